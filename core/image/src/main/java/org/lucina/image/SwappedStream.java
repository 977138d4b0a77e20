package org.lucina.image;

import java.io.IOException;
import java.io.InputStream;
import org.lucina.dicom.io.BlockStream;

/** The bytes of another stream, those of each pair in the other order. */
final class SwappedStream extends BlockStream {
  private final InputStream in;
  private final byte[] buffer = new byte[8192];
  private int at;
  private int limit;

  SwappedStream(InputStream in) {
    this.in = in;
  }

  @Override
  public int read(byte[] into, int offset, int count) throws IOException {
    if (count == 0) {
      return 0;
    }
    if (at == limit) {
      limit = in.readNBytes(buffer, 0, buffer.length);
      at = 0;
      for (int low = 0; low + 1 < limit; low += 2) {
        byte kept = buffer[low];
        buffer[low] = buffer[low + 1];
        buffer[low + 1] = kept;
      }
    }
    if (limit == 0) {
      return -1;
    }
    int read = Math.min(count, limit - at);
    System.arraycopy(buffer, at, into, offset, read);
    at += read;
    return read;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
