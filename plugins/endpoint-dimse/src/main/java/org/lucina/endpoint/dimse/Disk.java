package org.lucina.endpoint.dimse;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Tells failures to write a file from those to read what is written. */
final class Disk extends FilterOutputStream {

  /** The file cannot be written. */
  static final class Full extends IOException {
    private static final long serialVersionUID = 1L;

    Full(IOException fault) {
      super(fault);
    }
  }

  Disk(OutputStream file) {
    super(file);
  }

  @Override
  public void write(int one) throws IOException {
    write(new byte[] {(byte) one}, 0, 1);
  }

  @Override
  public void write(byte[] source, int offset, int length) throws IOException {
    try {
      out.write(source, offset, length);
    } catch (IOException e) {
      throw new Full(e);
    }
  }

  @Override
  public void flush() throws IOException {
    try {
      out.flush();
    } catch (IOException e) {
      throw new Full(e);
    }
  }

  @Override
  public void close() throws IOException {
    try {
      out.close();
    } catch (IOException e) {
      throw new Full(e);
    }
  }
}
