package org.lucina.observer.directory;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * A line of the journal: a file was found as it is.
 *
 * @param number greater than those of the entries before
 * @param kind what was found
 * @param stamp of the file
 * @param path below the root
 */
record Entry(long number, Kind kind, Stamp stamp, String path) {

  /** What was found. */
  enum Kind {
    /** An object that was not there before. */
    ADDED,
    /** An object where another one, or the same in another form, was before. */
    CHANGED,
    /** No object. */
    OTHER,
    /** It is gone. */
    GONE
  }

  private static final int FIELDS = 6;
  private static final String END = ".";

  /** One line without its end; a last field shows that it is whole. */
  String line() {
    String name = Base64.getUrlEncoder().encodeToString(path.getBytes(StandardCharsets.UTF_8));
    return String.join(
        " ",
        Long.toString(number),
        kind.name(),
        Long.toString(stamp.size()),
        Long.toString(stamp.modified()),
        name,
        END);
  }

  /** Reads a line; empty when it is not whole. */
  static Optional<Entry> parse(String line) {
    String[] fields = line.split(" ");
    if (fields.length != FIELDS || !fields[FIELDS - 1].equals(END)) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new Entry(
              Long.parseLong(fields[0]),
              Kind.valueOf(fields[1]),
              new Stamp(Long.parseLong(fields[2]), Long.parseLong(fields[3])),
              new String(Base64.getUrlDecoder().decode(fields[4]), StandardCharsets.UTF_8)));
    } catch (IllegalArgumentException damaged) {
      return Optional.empty();
    }
  }
}
