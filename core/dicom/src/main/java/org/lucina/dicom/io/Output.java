package org.lucina.dicom.io;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.lucina.dicom.Bytes;

/** A stream with a buffer of its own that writes numbers in either byte order. */
final class Output extends OutputStream {
  private static final int BUFFER = 32 << 10;

  private final OutputStream out;
  private final byte[] buffer = new byte[BUFFER];
  private int used;
  private byte[] chunk = {};

  Output(OutputStream out) {
    this.out = out;
  }

  void put(int value) throws IOException {
    if (used == BUFFER) {
      flushBuffer();
    }
    buffer[used++] = (byte) value;
  }

  void put16(int value, boolean bigEndian) throws IOException {
    put(bigEndian ? value >>> 8 : value);
    put(bigEndian ? value : value >>> 8);
  }

  void put32(int value, boolean bigEndian) throws IOException {
    put16(bigEndian ? value >>> 16 : value, bigEndian);
    put16(bigEndian ? value : value >>> 16, bigEndian);
  }

  void putTag(int tag, boolean bigEndian) throws IOException {
    put16(tag >>> 16, bigEndian);
    put16(tag, bigEndian);
  }

  void put(byte[] bytes, int offset, int count) throws IOException {
    if (count > BUFFER - used) {
      flushBuffer();
      if (count >= BUFFER) {
        out.write(bytes, offset, count);
        return;
      }
    }
    System.arraycopy(bytes, offset, buffer, used, count);
    used += count;
  }

  /** Writes a value, turning its units round where the byte order changes. */
  void put(Bytes value, int unitLength, boolean bigEndian) throws IOException {
    if (unitLength == 1 || value.bigEndian() == bigEndian) {
      value.writeTo(this);
      return;
    }
    byte[] bytes = value.toArray();
    ByteSwap.swap(bytes, bytes.length, unitLength);
    put(bytes, 0, bytes.length);
  }

  /** Writes all of a stream, turning units round when asked to. */
  long put(InputStream value, int swapUnit) throws IOException {
    if (chunk.length == 0) {
      chunk = new byte[BUFFER];
    }
    long total = 0;
    for (int read; (read = value.readNBytes(chunk, 0, BUFFER)) > 0; total += read) {
      if (swapUnit > 1) {
        ByteSwap.swap(chunk, read, swapUnit);
      }
      put(chunk, 0, read);
    }
    return total;
  }

  @Override
  public void write(int value) throws IOException {
    put(value);
  }

  @Override
  public void write(byte[] bytes, int offset, int count) throws IOException {
    put(bytes, offset, count);
  }

  private void flushBuffer() throws IOException {
    out.write(buffer, 0, used);
    used = 0;
  }

  @Override
  public void flush() throws IOException {
    flushBuffer();
    out.flush();
  }
}
