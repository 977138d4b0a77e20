package org.lucina.dicom.json;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

/** Collects the text of strings and numbers, unescaped, as UTF-8. */
final class JsonText {
  private final JsonInput in;
  private final int maxLength;
  private byte[] bytes = new byte[256];
  private int length;

  JsonText(JsonInput in, int maxLength) {
    this.in = in;
    this.maxLength = maxLength;
  }

  /** Reads a string whose first quote was taken. */
  void readString() throws IOException {
    length = 0;
    while (true) {
      int plain = in.plainLength();
      if (plain > 0) {
        reserve(plain);
        in.take(bytes, length, plain);
        length += plain;
      }
      int character = in.read();
      if (character == '"') {
        return;
      }
      if (character == '\\') {
        escape();
      } else if (character < 0x20) {
        throw in.fault(
            character < 0 ? "JSON ends in a string" : "control character in JSON string");
      } else {
        append(character);
      }
    }
  }

  private void append(int value) throws IOException {
    reserve(1);
    bytes[length++] = (byte) value;
  }

  private void reserve(int more) throws IOException {
    long needed = (long) length + more;
    if (needed > maxLength) {
      throw in.fault("JSON string longer than " + maxLength + " bytes");
    }
    if (needed > bytes.length) {
      bytes = Arrays.copyOf(bytes, (int) Math.min(maxLength, Math.max(needed, length * 2L)));
    }
  }

  private void escape() throws IOException {
    int letter = in.read();
    switch (letter) {
      case '"', '\\', '/' -> append(letter);
      case 'b' -> append('\b');
      case 'f' -> append('\f');
      case 'n' -> append('\n');
      case 'r' -> append('\r');
      case 't' -> append('\t');
      case 'u' -> unicode();
      default -> throw in.fault("unknown escape in JSON string");
    }
  }

  private void unicode() throws IOException {
    char unit = hex();
    if (Character.isHighSurrogate(unit) && in.peek() == '\\') {
      in.read();
      if (in.peek() != 'u') {
        append(Character.toString(0xFFFD));
        escape();
        return;
      }
      in.read();
      char low = hex();
      append(
          Character.isLowSurrogate(low)
              ? Character.toString(Character.toCodePoint(unit, low))
              : "\uFFFD" + (Character.isSurrogate(low) ? '\uFFFD' : low));
      return;
    }
    append(Character.toString(Character.isSurrogate(unit) ? 0xFFFD : unit));
  }

  private void append(String characters) throws IOException {
    for (byte value : characters.getBytes(StandardCharsets.UTF_8)) {
      append(value);
    }
  }

  private char hex() throws IOException {
    int unit = 0;
    for (int i = 0; i < 4; i++) {
      int digit = Character.digit(in.read(), 16);
      if (digit < 0) {
        throw in.fault("no four hexadecimal digits after \\u");
      }
      unit = unit << 4 | digit;
    }
    return (char) unit;
  }

  /** Reads a number whose first character was taken. */
  void readNumber(int first, int maxDigits) throws IOException {
    length = 0;
    append(first);
    for (int next = in.peek(); isOfNumber(next); next = in.peek()) {
      if (length == maxDigits) {
        throw in.fault("JSON number longer than " + maxDigits + " characters");
      }
      append(in.read());
    }
    if (!JsonNumber.isValid(bytes, length)) {
      throw in.fault("no JSON value");
    }
  }

  private static boolean isOfNumber(int character) {
    return character >= '0' && character <= '9'
        || character == '.'
        || character == 'e'
        || character == 'E'
        || character == '+'
        || character == '-';
  }

  /** The bytes that the text stands for in Base64; line breaks are skipped. */
  byte[] base64() throws IOException {
    int kept = 0;
    for (int i = 0; i < length; i++) {
      if (bytes[i] != '\n' && bytes[i] != '\r' && bytes[i] != ' ') {
        bytes[kept++] = bytes[i];
      }
    }
    try {
      return Base64.getDecoder().decode(Arrays.copyOf(bytes, kept));
    } catch (IllegalArgumentException noBase64) {
      throw in.fault("InlineBinary is no Base64");
    }
  }

  @Override
  public String toString() {
    return new String(bytes, 0, length, StandardCharsets.UTF_8);
  }
}
