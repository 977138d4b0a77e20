package org.lucina.dicom.json;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.lucina.dicom.Bytes;

/** Writes the bytes of JSON in UTF-8, buffered, with strings escaped. */
final class JsonOutput {
  private static final int SIZE = 16 * 1024;
  private static final int BASE64_CHUNK = 6 * 1024;
  private static final byte[] HEX = "0123456789ABCDEF".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] ESCAPES = escapes();

  private final OutputStream out;
  private final byte[] buffer = new byte[SIZE];
  private int used;

  JsonOutput(OutputStream out) {
    this.out = out;
  }

  /** For each ASCII character 0, the letter of its short escape, or 'u'. */
  private static byte[] escapes() {
    byte[] table = new byte[128];
    for (int i = 0; i < 0x20; i++) {
      table[i] = 'u';
    }
    table['\b'] = 'b';
    table['\t'] = 't';
    table['\n'] = 'n';
    table['\f'] = 'f';
    table['\r'] = 'r';
    table['"'] = '"';
    table['\\'] = '\\';
    return table;
  }

  void flush() throws IOException {
    out.write(buffer, 0, used);
    used = 0;
  }

  private void reserve(int bytes) throws IOException {
    if (SIZE - used < bytes) {
      flush();
    }
  }

  /** One ASCII character as it is. */
  void raw(char ascii) throws IOException {
    reserve(1);
    buffer[used++] = (byte) ascii;
  }

  /** At most {@value #SIZE} bytes as they are. */
  void raw(byte[] bytes) throws IOException {
    reserve(bytes.length);
    System.arraycopy(bytes, 0, buffer, used, bytes.length);
    used += bytes.length;
  }

  /** ASCII text, not too long, as it is. */
  void raw(String ascii) throws IOException {
    int length = ascii.length();
    reserve(length);
    for (int i = 0; i < length; i++) {
      buffer[used++] = (byte) ascii.charAt(i);
    }
  }

  /** A tag as eight hexadecimal digits in quotes. */
  void tag(int tag) throws IOException {
    reserve(10);
    buffer[used++] = '"';
    for (int shift = 28; shift >= 0; shift -= 4) {
      buffer[used++] = HEX[tag >>> shift & 0xF];
    }
    buffer[used++] = '"';
  }

  /** A string of ASCII bytes, in quotes. */
  void string(Bytes ascii, int from, int to) throws IOException {
    raw('"');
    for (int i = from; i < to; i++) {
      ascii(ascii.at(i));
    }
    raw('"');
  }

  /** A string, in quotes; lone surrogates become U+FFFD. */
  void string(String text) throws IOException {
    raw('"');
    int length = text.length();
    for (int i = 0; i < length; i++) {
      char character = text.charAt(i);
      if (character < 0x80) {
        ascii(character);
      } else if (Character.isHighSurrogate(character)
          && i + 1 < length
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        wide(Character.toCodePoint(character, text.charAt(++i)));
      } else {
        wide(Character.isSurrogate(character) ? 0xFFFD : character);
      }
    }
    raw('"');
  }

  private void ascii(int character) throws IOException {
    reserve(6);
    byte escape = ESCAPES[character];
    if (escape == 0) {
      buffer[used++] = (byte) character;
      return;
    }
    buffer[used++] = '\\';
    buffer[used++] = escape;
    if (escape == 'u') {
      buffer[used++] = '0';
      buffer[used++] = '0';
      buffer[used++] = HEX[character >>> 4];
      buffer[used++] = HEX[character & 0xF];
    }
  }

  private void wide(int codePoint) throws IOException {
    reserve(4);
    if (codePoint < 0x800) {
      buffer[used++] = (byte) (0xC0 | codePoint >>> 6);
    } else {
      if (codePoint < 0x10000) {
        buffer[used++] = (byte) (0xE0 | codePoint >>> 12);
      } else {
        buffer[used++] = (byte) (0xF0 | codePoint >>> 18);
        continuation(codePoint >>> 12);
      }
      continuation(codePoint >>> 6);
    }
    continuation(codePoint);
  }

  private void continuation(int bits) {
    buffer[used++] = (byte) (0x80 | bits & 0x3F);
  }

  /** Bytes as Base64, in quotes. */
  void base64(byte[] bytes) throws IOException {
    raw('"');
    for (int start = 0; start < bytes.length; start += BASE64_CHUNK) {
      int end = Math.min(start + BASE64_CHUNK, bytes.length);
      raw(Base64.getEncoder().encode(java.util.Arrays.copyOfRange(bytes, start, end)));
    }
    raw('"');
  }
}
