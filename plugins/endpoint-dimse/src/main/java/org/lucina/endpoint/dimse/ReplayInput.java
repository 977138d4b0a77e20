package org.lucina.endpoint.dimse;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import org.lucina.dicom.DicomFormatException;

/** Remembers what is read of a stream at first, so that it can be read again with the rest. */
final class ReplayInput extends FilterInputStream {
  private static final int MOST = 16 << 20;

  private final ByteArrayOutputStream read = new ByteArrayOutputStream(8192);

  ReplayInput(InputStream in) {
    super(in);
  }

  /** The stream from a position on that was passed already; this one is not to be used further. */
  InputStream replay(long from) {
    byte[] bytes = read.toByteArray();
    return new SequenceInputStream(
        new ByteArrayInputStream(bytes, (int) from, bytes.length - (int) from), in);
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    int count = in.read(target, offset, length);
    if (count > 0) {
      if (read.size() + count > MOST) {
        throw new DicomFormatException(
            "more than " + MOST + " bytes before the identifiers", "", read.size());
      }
      read.write(target, offset, count);
    }
    return count;
  }

  @Override
  public long skip(long count) throws IOException {
    byte[] waste = new byte[(int) Math.min(count, 8192)];
    return Math.max(0, read(waste, 0, waste.length));
  }

  @Override
  public boolean markSupported() {
    return false;
  }
}
