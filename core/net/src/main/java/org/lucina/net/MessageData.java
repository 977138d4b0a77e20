package org.lucina.net;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Objects;

/** The data set of a message, straight from its fragments. Reading into a long array is best. */
final class MessageData extends InputStream {
  private static final int TRANSFER_LENGTH = 1 << 16;

  private final ValueInput values;
  private final int context;
  private boolean atEnd;
  private boolean begun;

  MessageData(ValueInput values, int context, boolean present) {
    this.values = values;
    this.context = context;
    this.atEnd = !present;
  }

  boolean isAtEnd() {
    return atEnd;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    Objects.checkFromIndexSize(offset, length, target.length);
    if (length == 0) {
      return 0;
    }
    if (!advance()) {
      return -1;
    }
    int count = values.read(target, offset, length);
    endWhenRead();
    return count;
  }

  @Override
  public long skip(long count) throws IOException {
    if (count <= 0) {
      return 0;
    }
    byte[] waste = new byte[(int) Math.min(count, TRANSFER_LENGTH)];
    long left = count;
    while (left > 0) {
      int skipped = read(waste, 0, (int) Math.min(left, waste.length));
      if (skipped < 0) {
        break;
      }
      left -= skipped;
    }
    return count - left;
  }

  @Override
  public long transferTo(OutputStream out) throws IOException {
    byte[] buffer = new byte[TRANSFER_LENGTH];
    long total = 0;
    int count = read(buffer, 0, buffer.length);
    while (count >= 0) {
      out.write(buffer, 0, count);
      total += count;
      count = read(buffer, 0, buffer.length);
    }
    return total;
  }

  @Override
  public int available() {
    return atEnd ? 0 : (int) Math.min(Integer.MAX_VALUE, begun ? values.remaining() : 0);
  }

  /** Skips all that is left. */
  void skipRest() throws IOException {
    while (advance()) {
      values.skip();
      endWhenRead();
    }
  }

  /** Goes to the next byte; false when there is none. */
  private boolean advance() throws IOException {
    while (!atEnd && (!begun || values.remaining() == 0)) {
      values.continueMessage(context, false);
      begun = true;
      endWhenRead();
    }
    return !atEnd;
  }

  private void endWhenRead() {
    atEnd = values.remaining() == 0 && values.isLast();
  }
}
