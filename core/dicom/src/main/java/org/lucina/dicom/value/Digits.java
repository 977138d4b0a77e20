package org.lucina.dicom.value;

/** Reads fixed fields of decimal digits. */
final class Digits {

  private Digits() {}

  /** Whether a part of a text is not empty and all ASCII digits. */
  static boolean all(CharSequence text, int from, int to) {
    if (from >= to || to > text.length()) {
      return false;
    }
    for (int i = from; i < to; i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }

  /** The number that a checked part of a text stands for. */
  static int number(CharSequence text, int from, int to) {
    return Integer.parseInt(text, from, to, 10);
  }
}
