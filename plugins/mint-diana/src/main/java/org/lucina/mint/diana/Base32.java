package org.lucina.mint.diana;

/** Base 32 (RFC 4648 6) of whole groups of 5 bytes, which need no padding. */
final class Base32 {
  private static final String DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

  private Base32() {}

  static String of(byte[] bytes) {
    StringBuilder text = new StringBuilder(bytes.length * 8 / 5);
    int held = 0;
    int bits = 0;
    for (byte next : bytes) {
      held = held << 8 | next & 0xFF;
      bits += 8;
      while (bits >= 5) {
        bits -= 5;
        text.append(DIGITS.charAt(held >>> bits & 31));
      }
      held &= (1 << bits) - 1;
    }
    return text.toString();
  }
}
