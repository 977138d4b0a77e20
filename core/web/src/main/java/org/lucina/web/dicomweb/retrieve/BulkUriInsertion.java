package org.lucina.web.dicomweb.retrieve;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Puts a base URI before every relative BulkDataURI of a JSON text that streams through.
 *
 * <p>It looks for {@code "BulkDataURI":"}, which cannot stand inside a JSON string, where quotation
 * marks are escaped.
 */
final class BulkUriInsertion extends FilterOutputStream {
  private static final byte[] MARK = "\"BulkDataURI\":\"".getBytes(StandardCharsets.US_ASCII);

  /** How far the mark can move on, by the byte under its end. */
  private static final byte[] STEPS = steps();

  /** From the last quotation mark of the mark to the one before. */
  private static final int REPEAT = 2;

  private final byte[] base;
  private int matched;

  BulkUriInsertion(OutputStream out, String base) {
    super(out);
    this.base = base.getBytes(StandardCharsets.US_ASCII);
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    int written = offset;
    int end = offset + length;
    int i = matched == 0 ? skip(bytes, offset, end) : offset;
    while (i < end) {
      byte b = bytes[i];
      if (b == MARK[matched]) {
        matched++;
      } else {
        // the mark's only character that can begin it again is a quotation mark
        matched = b == MARK[0] ? 1 : 0;
      }
      if (matched == MARK.length) {
        out.write(bytes, written, i + 1 - written);
        out.write(base);
        written = i + 1;
        matched = 0;
      }
      i = matched == 0 ? skip(bytes, i + 1, end) : i + 1;
    }
    out.write(bytes, written, end - written);
  }

  /** Goes on to where the mark may begin, by the bytes that would be its last (Horspool). */
  private static int skip(byte[] bytes, int from, int end) {
    int at = from;
    while (at + MARK.length <= end) {
      byte last = bytes[at + MARK.length - 1];
      int step = last < 0 ? MARK.length : STEPS[last];
      if (step == 0 && bytes[at] == MARK[0] && bytes[at + 1] == MARK[1]) {
        return at;
      }
      // when the last byte fits but the first do not, by its place before
      at += step == 0 ? REPEAT : step;
    }
    return at;
  }

  private static byte[] steps() {
    byte[] steps = new byte[Byte.MAX_VALUE + 1];
    Arrays.fill(steps, (byte) MARK.length);
    for (int i = 0; i < MARK.length; i++) {
      steps[MARK[i]] = (byte) (MARK.length - 1 - i);
    }
    return steps;
  }
}
