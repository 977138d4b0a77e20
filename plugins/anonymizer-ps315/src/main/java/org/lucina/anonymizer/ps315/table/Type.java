package org.lucina.anonymizer.ps315.table;

/**
 * Types of attributes in an IOD (PS3.5 7.4); conditional ones are as others once they are there.
 */
public enum Type {
  /** Nobody has told it. */
  UNKNOWN,
  /** 1 and 1C: must have a value. */
  ONE,
  /** 2 and 2C: may be empty. */
  TWO,
  /** 3, or not of the IOD: may be missing. */
  THREE;

  static Type of(String digit) {
    return switch (digit) {
      case "1" -> ONE;
      case "2" -> TWO;
      case "3" -> THREE;
      default -> throw new IllegalArgumentException("no Type: " + digit);
    };
  }
}
