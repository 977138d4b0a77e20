package org.lucina.dicom.json;

import java.io.IOException;
import java.io.InputStream;
import org.lucina.dicom.DicomFormatException;

/** A buffered stream of bytes that knows how far it is. */
final class JsonInput {
  private final InputStream in;
  private final byte[] buffer = new byte[16 * 1024];
  private int next;
  private int end;
  private long before;

  JsonInput(InputStream in) {
    this.in = in;
  }

  long offset() {
    return before + next;
  }

  /** The next byte, -1 at the end. */
  int read() throws IOException {
    return next < end || fill() ? buffer[next++] & 0xFF : -1;
  }

  /** The next byte, which stays; -1 at the end. */
  int peek() throws IOException {
    return next < end || fill() ? buffer[next] & 0xFF : -1;
  }

  /** How many bytes ahead, that are here already, a string takes as they are. */
  int plainLength() {
    int at = next;
    while (at < end && isPlain(buffer[at])) {
      at++;
    }
    return at - next;
  }

  private static boolean isPlain(byte value) {
    return value != '"' && value != '\\' && (value >= 0x20 || value < 0);
  }

  /** Takes bytes that are here already. */
  void take(byte[] target, int at, int length) {
    System.arraycopy(buffer, next, target, at, length);
    next += length;
  }

  private boolean fill() throws IOException {
    before += end;
    next = 0;
    end = Math.max(0, in.read(buffer, 0, buffer.length));
    return end > 0;
  }

  /** The next byte that is no white space. */
  int skipSpace() throws IOException {
    int character;
    do {
      character = read();
    } while (character == ' ' || character == '\n' || character == '\r' || character == '\t');
    return character;
  }

  /** Some write one although RFC 8259 forbids it. */
  void skipByteOrderMark() throws IOException {
    if (peek() == 0xEF) {
      read();
      if (read() != 0xBB || read() != 0xBF) {
        throw fault("no JSON");
      }
    }
  }

  DicomFormatException fault(String problem) {
    return new DicomFormatException(problem, "", offset());
  }
}
