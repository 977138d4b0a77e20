package org.lucina.anonymizer.ps315.table;

/** What is done to one attribute, once it is decided (PS3.15 E.1.1). */
public enum Act {
  /** X. */
  REMOVE,
  /** Z: no value, or a dummy. */
  EMPTY,
  /** D: a dummy. */
  DUMMY,
  /** U: another UID; the items of a sequence are looked at. */
  UID,
  /** K: stays; the items of a sequence are looked at. */
  KEEP,
  /** C: what identifies is taken out of it. */
  CLEAN;

  static Act of(String code) {
    return switch (code) {
      case "X" -> REMOVE;
      case "Z" -> EMPTY;
      case "D" -> DUMMY;
      case "U", "U*" -> UID;
      case "K" -> KEEP;
      case "C" -> CLEAN;
      default -> throw new IllegalArgumentException("no action code: " + code);
    };
  }
}
