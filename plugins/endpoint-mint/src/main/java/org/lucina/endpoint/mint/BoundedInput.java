package org.lucina.endpoint.mint;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Bounds what is read until a mark is passed, so that a study without end is none. */
final class BoundedInput extends FilterInputStream {
  private final long most;
  private long count;

  BoundedInput(InputStream in, long most) {
    super(in);
    this.most = most;
  }

  /** Something has ended: its bytes count no more. */
  void pass() {
    count = 0;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    int got = in.read(target, offset, length);
    count += Math.max(0, got);
    if (count > most) {
      throw new IOException("the answer has a study of more than " + most + " bytes");
    }
    return got;
  }
}
