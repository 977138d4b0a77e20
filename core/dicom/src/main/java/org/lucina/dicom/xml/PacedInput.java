package org.lucina.dicom.xml;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.lucina.dicom.DicomFormatException;

/**
 * Bounds what a parser may take in before it reports something: it holds that much in memory, as
 * one attribute, comment or name.
 */
final class PacedInput extends FilterInputStream {
  private static final long LIMIT = 16L << 20;

  private long taken;

  PacedInput(InputStream in) {
    super(in);
  }

  /** Something was reported. */
  void restart() {
    taken = 0;
  }

  @Override
  public int read() throws IOException {
    int value = super.read();
    count(value < 0 ? 0 : 1);
    return value;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int read = super.read(buffer, offset, length);
    count(Math.max(read, 0));
    return read;
  }

  private void count(int bytes) throws IOException {
    taken += bytes;
    if (taken > LIMIT) {
      throw new DicomFormatException("XML has a part longer than " + LIMIT + " bytes", "", taken);
    }
  }
}
