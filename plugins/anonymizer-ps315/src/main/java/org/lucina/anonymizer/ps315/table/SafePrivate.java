package org.lucina.anonymizer.ps315.table;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Private attributes that are known to be safe (PS3.15 Table E.3.10-1, and what is added). */
public final class SafePrivate {
  private static final Pattern LINE =
      Pattern.compile("\\(?([0-9A-Fa-f]{4}),(?:xx)?([0-9A-Fa-f]{2})\\)?\\s+(\\S.*)");

  /** One of them; the creator without padding. */
  private record Attribute(String creator, int group, int element) {}

  private final Set<Attribute> attributes = new HashSet<>();

  /** The table of the standard. */
  public SafePrivate() {
    for (String[] cells : Tables.lines("safe-private.tsv")) {
      int group = Integer.parseInt(cells[1], 16);
      for (String each : cells[2].split(" ")) {
        String[] ends = each.split("-");
        int last = Integer.parseInt(ends[ends.length - 1], 16);
        for (int element = Integer.parseInt(ends[0], 16); element <= last; element++) {
          attributes.add(new Attribute(cells[0], group, element));
        }
      }
    }
  }

  /**
   * Adds more, one in a line: {@code (0019,xx10) CREATOR}; lines that are blank or begin with # say
   * nothing.
   *
   * @throws IllegalArgumentException at a line that is none
   */
  public SafePrivate add(String text) {
    for (String line : text.split("[\\r\\n;]+")) {
      String stripped = line.strip();
      if (stripped.isEmpty() || stripped.startsWith("#")) {
        continue;
      }
      Matcher parts = LINE.matcher(stripped);
      if (!parts.matches() || Integer.parseInt(parts.group(1), 16) % 2 == 0) {
        throw new IllegalArgumentException(
            "'" + stripped + "' is no private attribute such as (0019,xx10) CREATOR");
      }
      attributes.add(
          new Attribute(
              parts.group(3).strip(),
              Integer.parseInt(parts.group(1), 16),
              Integer.parseInt(parts.group(2), 16)));
    }
    return this;
  }

  /** Whether an attribute is among them. */
  public boolean contains(String creator, int tag) {
    return attributes.contains(new Attribute(creator.strip(), tag >>> 16, tag & 0xFF));
  }

  /** How many there are. */
  public int size() {
    return attributes.size();
  }
}
