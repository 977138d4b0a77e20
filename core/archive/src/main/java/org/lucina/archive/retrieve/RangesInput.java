package org.lucina.archive.retrieve;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.List;

/** Reads some ranges of a stored file, one after the other; closing it closes the file. */
final class RangesInput extends InputStream {
  private final StoredFile file;
  private final Iterator<ByteRange> ranges;
  private InputStream current = InputStream.nullInputStream();
  private long left;

  RangesInput(StoredFile file, List<ByteRange> ranges) {
    this.file = file;
    this.ranges = ranges.iterator();
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    while (left == 0) {
      if (!ranges.hasNext()) {
        return -1;
      }
      ByteRange next = ranges.next();
      current = file.at(next.offset());
      left = next.length();
    }
    int got = current.read(target, offset, (int) Math.min(length, left));
    if (got < 0) {
      throw new EOFException("the object is cut off");
    }
    left -= got;
    return got;
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
