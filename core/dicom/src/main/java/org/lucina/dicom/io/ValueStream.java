package org.lucina.dicom.io;

import java.io.EOFException;
import java.io.IOException;

/** The bytes of one value, read from the input as they are asked for. */
final class ValueStream extends BlockStream {
  private final Input in;
  private long left;

  ValueStream(Input in, long length) {
    this.in = in;
    this.left = length;
  }

  @Override
  public int read(byte[] into, int offset, int count) throws IOException {
    if (count == 0) {
      return 0;
    }
    if (left == 0) {
      return -1;
    }
    int read = in.read(into, offset, (int) Math.min(count, left));
    if (read < 0) {
      throw new EOFException("the source ends " + left + " bytes too early");
    }
    left -= read;
    return read;
  }

  @Override
  public int available() {
    return (int) Math.min(left, in.buffered());
  }

  void skipRest() throws IOException {
    in.skip(left);
    left = 0;
  }
}
