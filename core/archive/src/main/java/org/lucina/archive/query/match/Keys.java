package org.lucina.archive.query.match;

import java.util.List;
import org.lucina.dicom.DataSet;

/** The values of keys. */
final class Keys {
  /** Asks for attributes without value (PS3.4 C.2.2.2.8). */
  static final String EMPTY = "\"\"";

  private Keys() {}

  /** The values of a key that limit; none when it matches everything. */
  static List<String> values(DataSet keys, int tag) {
    List<String> values =
        keys.strings(tag).stream()
            .map(value -> value.replace("\0", "").strip())
            .filter(value -> !value.isEmpty())
            .distinct()
            .toList();
    return values.stream().anyMatch(Wildcards::isUniversal) ? List.of() : values;
  }
}
