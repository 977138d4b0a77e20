package org.lucina.dicom.io;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/** Inflates the data set of a deflated syntax (PS3.5 A.5). */
final class Inflating {
  private static final int BUFFER = 8192;

  private Inflating() {}

  /** The inflated part of an input; positions count inflated bytes on from where it begins. */
  static Input of(Input deflated) {
    return new Input(stream(deflated.rest()), deflated.position(), -1, false);
  }

  /** Inflates a stream; at its end takes what may follow, a padding byte by right. */
  static InputStream stream(InputStream deflated) {
    Inflater inflater = new Inflater(true);
    return new InflaterInputStream(deflated, inflater, BUFFER) {
      private boolean drained;

      @Override
      public int read(byte[] into, int offset, int count) throws IOException {
        int read = drained ? -1 : super.read(into, offset, count);
        if (read < 0 && !drained) {
          drained = true;
          inf.end();
          in.transferTo(OutputStream.nullOutputStream());
        }
        return read;
      }

      @Override
      public void close() throws IOException {
        inf.end();
        super.close();
      }
    };
  }
}
