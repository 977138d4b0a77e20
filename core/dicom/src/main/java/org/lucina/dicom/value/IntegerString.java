package org.lucina.dicom.value;

import java.util.OptionalInt;

/** IS values (PS3.5 6.2): integers of 32 bits in at most 12 characters. */
public final class IntegerString {
  private static final int MAX_LENGTH = 12;

  private IntegerString() {}

  /** Reads an integer of -2^31 to 2^31-1; space around it is tolerated. */
  public static OptionalInt parse(String text) {
    String number = text.strip();
    boolean signed = number.startsWith("+") || number.startsWith("-");
    int length = number.length();
    if (length > MAX_LENGTH || !Digits.all(number, signed ? 1 : 0, length)) {
      return OptionalInt.empty();
    }
    long value = Long.parseLong(number);
    return value == (int) value ? OptionalInt.of((int) value) : OptionalInt.empty();
  }
}
