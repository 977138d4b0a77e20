package org.lucina.deid.scan;

import org.lucina.dicom.Bytes;

/** Takes what looks like text out of bytes: printable ASCII, of one byte or two each (UTF-16). */
final class TextInBytes {
  private static final int SHORTEST = 4;

  private TextInBytes() {}

  /** All runs of four characters or more, a line for each. */
  static String of(Bytes bytes) {
    StringBuilder text = new StringBuilder();
    runs(bytes, 0, 1, text);
    runs(bytes, 0, 2, text);
    runs(bytes, 1, 2, text);
    return text.toString();
  }

  /** Runs of each byte, or of every other, between which there must be zeros. */
  private static void runs(Bytes bytes, int start, int step, StringBuilder text) {
    int length = 0;
    for (int at = start; at <= bytes.length(); at += step) {
      boolean printable =
          at < bytes.length()
              && isPrintable(bytes.at(at))
              && (step == 1 || isZeroBeside(bytes, at));
      if (printable) {
        text.append((char) bytes.at(at));
        length++;
      } else if (length < SHORTEST) {
        text.setLength(text.length() - length);
        length = 0;
      } else {
        text.append('\n');
        length = 0;
      }
    }
    text.append(length > 0 ? "\n" : "");
  }

  /** Of either byte order. */
  private static boolean isZeroBeside(Bytes bytes, int at) {
    return at + 1 < bytes.length() && bytes.at(at + 1) == 0 || at > 0 && bytes.at(at - 1) == 0;
  }

  private static boolean isPrintable(byte b) {
    return b >= 0x20 && b < 0x7F;
  }
}
