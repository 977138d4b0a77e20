package org.lucina.anonymizer.tags;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.lucina.spi.dixel.Content;

/**
 * The file that is anonymized, as bulk values are counted in it: inflated where it is deflated.
 *
 * @param file as it came
 * @param deflated whether its data set is
 * @param head bytes before the data set
 */
record Source(Content file, boolean deflated, long head) {

  /** Opens it; close it. */
  Positioned open() throws IOException {
    InputStream in = file.open();
    if (!deflated) {
      return new Positioned(in, 0);
    }
    try {
      in.skipNBytes(head);
    } catch (IOException e) {
      in.close();
      throw e;
    }
    return new Positioned(new Inflating(in, new Inflater(true)), head);
  }

  /** Inflates, and ends the inflater with it. */
  private static final class Inflating extends InflaterInputStream {
    Inflating(InputStream in, Inflater inflater) {
      super(in, inflater);
    }

    @Override
    public void close() throws IOException {
      inf.end();
      super.close();
    }
  }

  /** A stream that knows where it is. */
  static final class Positioned extends FilterInputStream {
    private long position;

    Positioned(InputStream in, long position) {
      super(in);
      this.position = position;
    }

    long position() {
      return position;
    }

    /** Goes on to a position that is not before this one. */
    void goTo(long offset) throws IOException {
      in.skipNBytes(offset - position);
      position = offset;
    }

    @Override
    public int read() throws IOException {
      int read = in.read();
      position += read < 0 ? 0 : 1;
      return read;
    }

    @Override
    public int read(byte[] into, int offset, int count) throws IOException {
      int read = in.read(into, offset, count);
      position += Math.max(0, read);
      return read;
    }
  }
}
