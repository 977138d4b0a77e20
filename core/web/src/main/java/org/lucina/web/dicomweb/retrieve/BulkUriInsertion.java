package org.lucina.web.dicomweb.retrieve;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Puts a base URI before every relative BulkDataURI of a JSON text that streams through.
 *
 * <p>It looks for {@code "BulkDataURI":"}, which cannot stand inside a JSON string, where quotation
 * marks are escaped.
 */
final class BulkUriInsertion extends FilterOutputStream {
  private static final byte[] MARK = "\"BulkDataURI\":\"".getBytes(StandardCharsets.US_ASCII);

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
    for (int i = offset; i < end; i++) {
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
    }
    out.write(bytes, written, end - written);
  }
}
