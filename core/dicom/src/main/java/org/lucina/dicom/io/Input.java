package org.lucina.dicom.io;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.Arrays;

/**
 * A stream with a buffer of its own, in which headers are looked at before they are taken.
 *
 * <p>Skips by reading, so that a stream which copies or digests what passes sees every byte; only a
 * file, or what need not be seen, is skipped by seeking.
 */
final class Input {
  private static final int BUFFER = 64 << 10;

  private final InputStream in;
  private final boolean seekable;
  private final long end;
  private final byte[] buffer = new byte[BUFFER];
  private int at;
  private int limit;
  private long base;

  /**
   * Begins at a byte of the source.
   *
   * @param start the position of the stream's first byte
   * @param end the position at which the source ends, -1 when unknown
   * @param seekable whether {@code skip} of the stream is cheap and may be used
   */
  Input(InputStream in, long start, long end, boolean seekable) {
    this.in = in;
    this.base = start;
    this.end = end;
    this.seekable = seekable;
  }

  /** The byte of the source that comes next. */
  long position() {
    return base + at;
  }

  /** Bytes to the end of the source, or -1 when unknown. */
  long remaining() {
    return end < 0 ? -1 : end - position();
  }

  /** Whether so many bytes (8 KiB at most) can be looked at; false when the stream ends before. */
  boolean has(int count) throws IOException {
    return limit - at >= count || fill(count);
  }

  private boolean fill(int count) throws IOException {
    System.arraycopy(buffer, at, buffer, 0, limit - at);
    base += at;
    limit -= at;
    at = 0;
    while (limit < count) {
      int read = in.read(buffer, limit, buffer.length - limit);
      if (read < 0) {
        return false;
      }
      limit += read;
    }
    return true;
  }

  /** Bytes that can be looked at now. */
  int buffered() {
    return limit - at;
  }

  /** A byte ahead, which {@link #has} has found to be there. */
  int peek(int ahead) {
    return buffer[at + ahead] & 0xFF;
  }

  /** A 16-bit number ahead. */
  int peek16(int ahead, boolean bigEndian) {
    int first = buffer[at + ahead] & 0xFF;
    int second = buffer[at + ahead + 1] & 0xFF;
    return bigEndian ? first << 8 | second : second << 8 | first;
  }

  /** A 32-bit number ahead. */
  int peek32(int ahead, boolean bigEndian) {
    int first = peek16(ahead, bigEndian);
    int second = peek16(ahead + 2, bigEndian);
    return bigEndian ? first << 16 | second : second << 16 | first;
  }

  /** A tag ahead: group, then element. */
  int peekTag(int ahead, boolean bigEndian) {
    return peek16(ahead, bigEndian) << 16 | peek16(ahead + 2, bigEndian);
  }

  /** Text ahead, padding included. */
  String peekText(int length, Charset charset) {
    return new String(buffer, at, length, charset);
  }

  /** Takes bytes that were looked at. */
  void advance(int count) {
    at += count;
  }

  /** Takes up to so many bytes; -1 at the end. */
  int read(byte[] into, int offset, int count) throws IOException {
    if (at == limit) {
      if (count >= BUFFER) {
        int read = in.read(into, offset, count);
        base += Math.max(0, read);
        return read;
      }
      if (!fill(1)) {
        return -1;
      }
    }
    int taken = Math.min(count, limit - at);
    System.arraycopy(buffer, at, into, offset, taken);
    at += taken;
    return taken;
  }

  void readFully(byte[] into, int offset, int count) throws IOException {
    for (int done = 0; done < count; ) {
      int read = read(into, offset + done, count - done);
      if (read < 0) {
        throw ended(count - done);
      }
      done += read;
    }
  }

  /** Takes bytes into an array that grows as they arrive, whatever length is claimed. */
  byte[] take(int count) throws IOException {
    if (end >= 0 && count > remaining()) {
      throw ended(count - remaining());
    }
    byte[] bytes = new byte[end >= 0 ? count : Math.min(count, BUFFER)];
    int done = 0;
    while (true) {
      readFully(bytes, done, bytes.length - done);
      if (bytes.length == count) {
        return bytes;
      }
      done = bytes.length;
      bytes = Arrays.copyOf(bytes, (int) Math.min(count, done * 2L));
    }
  }

  void skip(long count) throws IOException {
    long left = count - Math.min(count, limit - at);
    at += (int) (count - left);
    if (left > 0 && end >= 0 && left > remaining()) {
      throw ended(left - remaining());
    }
    while (left > 0) {
      base += at;
      at = 0;
      limit = 0;
      if (seekable) {
        // Where the end is unknown the last byte is read: some streams skip beyond it
        long skipped = in.skip(end < 0 ? left - 1 : left);
        base += skipped;
        left -= skipped;
      }
      if (left > 0) {
        if (!fill(1)) {
          throw ended(left);
        }
        at = (int) Math.min(left, limit);
        left -= at;
      }
    }
  }

  /** All that is left, as a stream. */
  InputStream rest() {
    return new InputStream() {
      @Override
      public int read() throws IOException {
        if (!has(1)) {
          return -1;
        }
        int next = peek(0);
        advance(1);
        return next;
      }

      @Override
      public int read(byte[] into, int offset, int count) throws IOException {
        return count == 0 ? 0 : Input.this.read(into, offset, count);
      }
    };
  }

  private static EOFException ended(long missing) {
    return new EOFException("the source ends " + missing + " bytes too early");
  }
}
