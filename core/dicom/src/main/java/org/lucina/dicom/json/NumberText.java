package org.lucina.dicom.json;

import java.util.Optional;
import org.lucina.dicom.VR;
import org.lucina.dicom.value.IntegerString;

/** Turns DS and IS values into JSON numbers, digit for digit, where they are valid ones. */
final class NumberText {
  private static final int DECIMAL_LENGTH = 16;

  private NumberText() {}

  /** The JSON number of a value without padding; empty when it has to be a string. */
  static Optional<String> of(String value, VR vr) {
    boolean valid =
        vr == VR.IS
            ? isInteger(value) && IntegerString.parse(value).isPresent()
            : value.length() <= DECIMAL_LENGTH && isDecimal(value);
    return valid ? Optional.of(normalize(value)) : Optional.empty();
  }

  /** Whether it is that alone: the parser passes over characters around it that JSON does not. */
  private static boolean isInteger(String text) {
    return skipDigits(text, skipSign(text, 0)) == text.length();
  }

  private static boolean isDecimal(String text) {
    int at = skipSign(text, 0);
    int integer = skipDigits(text, at);
    int digits = integer - at;
    at = integer;
    if (at < text.length() && text.charAt(at) == '.') {
      int fraction = skipDigits(text, at + 1);
      digits += fraction - at - 1;
      at = fraction;
    }
    if (digits == 0) {
      return false;
    }
    if (at < text.length() && (text.charAt(at) | 0x20) == 'e') {
      int exponent = skipSign(text, at + 1);
      at = skipDigits(text, exponent);
      return at > exponent && at == text.length();
    }
    return at == text.length();
  }

  private static int skipSign(String text, int at) {
    return at < text.length() && (text.charAt(at) == '+' || text.charAt(at) == '-') ? at + 1 : at;
  }

  private static int skipDigits(String text, int from) {
    int at = from;
    while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      at++;
    }
    return at;
  }

  /** JSON knows no plus sign, no leading zeros, and no point without digits on both sides. */
  private static String normalize(String text) {
    boolean negative = text.charAt(0) == '-';
    int start = skipSign(text, 0);
    int integer = skipDigits(text, start);
    while (start < integer - 1 && text.charAt(start) == '0') {
      start++;
    }
    if (!negative && start == 0 && integer == text.length()) {
      return text;
    }
    StringBuilder number = new StringBuilder(text.length() + 1);
    number.append(negative ? "-" : "").append(start == integer ? "0" : "");
    number.append(text, start, integer);
    int rest = integer;
    if (rest < text.length()
        && text.charAt(rest) == '.'
        && skipDigits(text, rest + 1) == rest + 1) {
      rest++;
    }
    return number.append(text, rest, text.length()).toString();
  }
}
