package org.lucina.endpoint.sql;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.zip.CRC32;
import org.lucina.spi.table.Column;

/** How columns are called after attributes. */
enum Naming {
  /** {@code study_instance_uid}. */
  SNAKE {
    @Override
    String of(Column column) {
      return column
          .name()
          .replaceAll("([a-z0-9])([A-Z])", "$1_$2")
          .replaceAll("([A-Z]+)([A-Z][a-z])", "$1_$2")
          .replace('.', '_')
          .toLowerCase(Locale.ROOT);
    }
  },
  /** {@code StudyInstanceUID}. */
  KEYWORD {
    @Override
    String of(Column column) {
      return column.name();
    }
  };

  abstract String of(Column column);

  /**
   * A name that the data base takes whole: longer ones end in a checksum.
   *
   * @param longest characters, 0 for no limit
   */
  String of(Column column, int longest) {
    String name = of(column);
    if (longest == 0 || name.length() <= longest) {
      return name;
    }
    CRC32 checksum = new CRC32();
    checksum.update(name.getBytes(StandardCharsets.US_ASCII));
    return name.substring(0, longest - 9) + String.format("_%08x", checksum.getValue());
  }
}
