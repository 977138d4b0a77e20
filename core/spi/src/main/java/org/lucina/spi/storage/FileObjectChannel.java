package org.lucina.spi.storage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.WritableByteChannel;

/** An object that is a file or a range of one. */
public final class FileObjectChannel implements ObjectChannel {
  private final FileChannel file;
  private final long offset;
  private final long length;
  private long position;

  /**
   * Reads a range of a file.
   *
   * @param file open for reading, closed with this channel
   * @param offset where the object begins
   * @param length its bytes
   */
  public FileObjectChannel(FileChannel file, long offset, long length) {
    this.file = file;
    this.offset = offset;
    this.length = length;
  }

  /** Reads a file whole. */
  public static FileObjectChannel of(FileChannel file) throws IOException {
    return new FileObjectChannel(file, 0, file.size());
  }

  @Override
  public long transferTo(long from, long count, WritableByteChannel target) throws IOException {
    long end = Math.min(length, from + Math.min(count, length));
    long next = from;
    while (next < end) {
      long sent = file.transferTo(offset + next, end - next, target);
      if (sent == 0) {
        break;
      }
      next += sent;
    }
    return Math.max(0, next - from);
  }

  @Override
  public int read(ByteBuffer target) throws IOException {
    if (position >= length) {
      return target.hasRemaining() ? -1 : 0;
    }
    int limit = target.limit();
    target.limit((int) Math.min(limit, target.position() + length - position));
    try {
      int got = file.read(target, offset + position);
      position += Math.max(0, got);
      return got;
    } finally {
      target.limit(limit);
    }
  }

  @Override
  public long position() {
    return position;
  }

  @Override
  public FileObjectChannel position(long newPosition) {
    if (newPosition < 0) {
      throw new IllegalArgumentException("position " + newPosition + " is negative");
    }
    position = newPosition;
    return this;
  }

  @Override
  public long size() {
    return length;
  }

  @Override
  public int write(ByteBuffer source) {
    throw new NonWritableChannelException();
  }

  @Override
  public FileObjectChannel truncate(long size) {
    throw new NonWritableChannelException();
  }

  @Override
  public boolean isOpen() {
    return file.isOpen();
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
