package org.lucina.image;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Native pixel data, blacked out while they are read. */
final class BlackoutStream extends FilterInputStream {
  private final Fill fill;
  private long position;

  private BlackoutStream(InputStream in, Fill fill) {
    super(in);
    this.fill = fill;
  }

  /** Blacks out a value. */
  static InputStream of(InputStream value, NativeLayout layout, Fill fill) {
    return layout.swapped()
        ? new SwappedStream(new BlackoutStream(new SwappedStream(value), fill))
        : new BlackoutStream(value, fill);
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] into, int offset, int count) throws IOException {
    int read = in.read(into, offset, count);
    if (read > 0) {
      fill.apply(into, offset, read, position);
      position += read;
    }
    return read;
  }

  @Override
  public long skip(long count) throws IOException {
    long skipped = in.skip(count);
    position += skipped;
    return skipped;
  }

  @Override
  public boolean markSupported() {
    return false;
  }
}
