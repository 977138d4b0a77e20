package org.lucina.deid.form;

import java.math.BigInteger;

/** Letters and digits that are not mistaken for one another: no I, O, 0 and 1. */
public final class Letters {
  static final int BITS = 5;

  private static final String ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

  private Letters() {}

  /** The lowest bits of a hash, 5 in each character. */
  public static String of(byte[] hash, int length) {
    BigInteger bits = new BigInteger(1, hash);
    StringBuilder text = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      text.append(ALPHABET.charAt(bits.intValue() & (1 << BITS) - 1));
      bits = bits.shiftRight(BITS);
    }
    return text.toString();
  }
}
