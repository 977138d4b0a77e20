package org.lucina.dicom.xml;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;

/**
 * Writes the text of an XML 1.0 document in UTF-8.
 *
 * <p>The writer of the JDK lets carriage returns, which a parser then drops, and forbidden control
 * characters pass; so this is one of its own.
 */
final class XmlOutput {
  private static final int BASE64_CHUNK = 6 * 1024;

  private final Writer out;

  XmlOutput(OutputStream out) {
    this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
  }

  void flush() throws IOException {
    out.flush();
  }

  /** Mark-up, as it is. */
  void markup(String xml) throws IOException {
    out.write(xml);
  }

  /** An attribute with a space before it. */
  void attribute(String name, String value) throws IOException {
    out.write(' ');
    out.write(name);
    out.write("=\"");
    text(value);
    out.write('"');
  }

  /** An attribute of one ASCII number. */
  void attribute(String name, int value) throws IOException {
    attribute(name, Integer.toString(value));
  }

  /** Text of an element or attribute; what XML 1.0 cannot hold becomes U+FFFD. */
  void text(String text) throws IOException {
    int length = text.length();
    for (int i = 0; i < length; i++) {
      char character = text.charAt(i);
      switch (character) {
        case '<' -> out.write("&lt;");
        case '>' -> out.write("&gt;");
        case '&' -> out.write("&amp;");
        case '"' -> out.write("&quot;");
        case '\t' -> out.write("&#9;");
        case '\n' -> out.write("&#10;");
        case '\r' -> out.write("&#13;");
        default -> {
          boolean pair = i + 1 < length && Character.isSurrogatePair(character, text.charAt(i + 1));
          if (pair) {
            out.write(character);
            out.write(text.charAt(++i));
          } else {
            out.write(isAllowed(character) ? character : '\uFFFD');
          }
        }
      }
    }
  }

  private static boolean isAllowed(char character) {
    return character >= 0x20 && !Character.isSurrogate(character) && character < 0xFFFE;
  }

  /** Bytes as Base64. */
  void base64(byte[] bytes) throws IOException {
    for (int start = 0; start < bytes.length; start += BASE64_CHUNK) {
      int end = Math.min(start + BASE64_CHUNK, bytes.length);
      byte[] encoded = Base64.getEncoder().encode(Arrays.copyOfRange(bytes, start, end));
      out.write(new String(encoded, StandardCharsets.ISO_8859_1));
    }
  }
}
