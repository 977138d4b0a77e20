package org.lucina.dicom.json;

/** The grammar of JSON numbers (RFC 8259, 6). */
final class JsonNumber {

  private JsonNumber() {}

  static boolean isValid(byte[] text, int length) {
    int at = length > 0 && text[0] == '-' ? 1 : 0;
    int integer = skipDigits(text, at, length);
    if (integer == at || integer > at + 1 && text[at] == '0') {
      return false;
    }
    at = integer;
    if (at < length && text[at] == '.') {
      int fraction = skipDigits(text, at + 1, length);
      if (fraction == at + 1) {
        return false;
      }
      at = fraction;
    }
    if (at < length && (text[at] == 'e' || text[at] == 'E')) {
      boolean signed = at + 1 < length && (text[at + 1] == '+' || text[at + 1] == '-');
      int digits = signed ? at + 2 : at + 1;
      at = skipDigits(text, digits, length);
      return at > digits && at == length;
    }
    return at == length;
  }

  private static int skipDigits(byte[] text, int from, int length) {
    int at = from;
    while (at < length && text[at] >= '0' && text[at] <= '9') {
      at++;
    }
    return at;
  }
}
