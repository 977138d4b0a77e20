package org.lucina.web.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.lucina.web.problem.Fault;
import org.lucina.web.problem.ProblemException;

/** Lets a number of bytes through; more are answered 413, since what is read is held in memory. */
public final class BoundedInput extends FilterInputStream {
  private final long limit;
  private long left;

  /** Reads from a stream, {@code limit} bytes at most. */
  public BoundedInput(InputStream in, long limit) {
    super(in);
    this.limit = limit;
    this.left = limit;
  }

  /** How many more bytes are let through. */
  public long left() {
    return left;
  }

  @Override
  public int read() throws IOException {
    int b = super.read();
    if (b >= 0) {
      count(1);
    }
    return b;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    int count = super.read(target, offset, length);
    if (count > 0) {
      count(count);
    }
    return count;
  }

  private void count(int read) {
    left -= read;
    if (left < 0) {
      throw new ProblemException(
          Fault.TOO_LARGE,
          "The request has more than the " + limit + " bytes that are read of it at once.");
    }
  }
}
