package org.lucina.web.undertow;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import org.lucina.net.ChannelOutput;

/** A range of a source in the only form in which Undertow lets the kernel send something. */
final class RangeChannel extends FileChannel {
  private final ChannelOutput.Source source;
  private final long end;
  private long position;

  RangeChannel(ChannelOutput.Source source, long from, long count) {
    this.source = source;
    this.position = from;
    this.end = from + count;
  }

  @Override
  public long transferTo(long from, long count, WritableByteChannel target) throws IOException {
    long sent = source.transferTo(from, Math.min(count, end - from), target);
    // Undertow waits for the socket when nothing was sent, and would do so for ever.
    if (sent == 0 && source.size() < end) {
      throw new EOFException("a stored object ends before byte " + end);
    }
    return sent;
  }

  @Override
  public int read(ByteBuffer target, long from) throws IOException {
    if (from >= end) {
      return -1;
    }
    int limit = target.limit();
    target.limit((int) Math.min(limit, target.position() + end - from));
    try {
      return source.read(target, from);
    } finally {
      target.limit(limit);
    }
  }

  @Override
  public int read(ByteBuffer target) throws IOException {
    int got = read(target, position);
    position += Math.max(0, got);
    return got;
  }

  @Override
  public long read(ByteBuffer[] targets, int offset, int length) throws IOException {
    return length == 0 ? 0 : read(targets[offset]);
  }

  @Override
  public long position() {
    return position;
  }

  @Override
  public FileChannel position(long newPosition) {
    position = newPosition;
    return this;
  }

  @Override
  public long size() {
    return end;
  }

  @Override
  protected void implCloseChannel() {
    // Whoever opened the source closes it.
  }

  @Override
  public void force(boolean metaData) {
    throw readOnly();
  }

  @Override
  public int write(ByteBuffer from) {
    throw readOnly();
  }

  @Override
  public long write(ByteBuffer[] from, int offset, int length) {
    throw readOnly();
  }

  @Override
  public int write(ByteBuffer from, long at) {
    throw readOnly();
  }

  @Override
  public FileChannel truncate(long size) {
    throw readOnly();
  }

  @Override
  public long transferFrom(ReadableByteChannel from, long at, long count) {
    throw readOnly();
  }

  @Override
  public MappedByteBuffer map(MapMode mode, long from, long size) {
    throw readOnly();
  }

  @Override
  public FileLock lock(long from, long size, boolean shared) {
    throw readOnly();
  }

  @Override
  public FileLock tryLock(long from, long size, boolean shared) {
    throw readOnly();
  }

  private static UnsupportedOperationException readOnly() {
    return new UnsupportedOperationException("a range is only read, and only by position");
  }
}
