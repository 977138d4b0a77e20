package org.lucina.storage.packs;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.util.Set;

/** A file whose disk fails, and counts, as it is told to. */
final class FaultyFile extends FileChannel {
  private final FileChannel file;
  private final Disk disk;

  FaultyFile(FileChannel file, Disk disk) {
    this.file = file;
    this.disk = disk;
  }

  /** What can fail. */
  enum Fault {
    WRITE,
    FORCE,
    TRUNCATE
  }

  /** The disk of several files. */
  static final class Disk {
    volatile Set<Fault> faults = Set.of();
    volatile int writable = Integer.MAX_VALUE;
    volatile int forces;

    private void check(Fault fault) throws IOException {
      if (faults.contains(fault)) {
        throw new IOException("the disk fails to " + fault);
      }
    }
  }

  @Override
  public int write(ByteBuffer source) throws IOException {
    return write(source, file.position());
  }

  @Override
  public long write(ByteBuffer[] sources, int offset, int length) throws IOException {
    disk.check(Fault.WRITE);
    requireRoom();
    long written = 0;
    for (int i = offset; i < offset + length && disk.writable > 0; i++) {
      written += part(sources[i], file.position() + written);
    }
    file.position(file.position() + written);
    return written;
  }

  @Override
  public int write(ByteBuffer source, long position) throws IOException {
    disk.check(Fault.WRITE);
    requireRoom();
    return part(source, position);
  }

  private void requireRoom() throws IOException {
    if (disk.writable <= 0) {
      throw new IOException("No space left on device");
    }
  }

  private int part(ByteBuffer source, long position) throws IOException {
    ByteBuffer part = source.slice();
    part.limit(Math.min(part.limit(), disk.writable));
    int written = file.write(part, position);
    source.position(source.position() + written);
    disk.writable -= disk.writable == Integer.MAX_VALUE ? 0 : written;
    return written;
  }

  @Override
  public void force(boolean metaData) throws IOException {
    disk.check(Fault.FORCE);
    disk.forces++;
    file.force(metaData);
  }

  @Override
  public FileChannel truncate(long size) throws IOException {
    disk.check(Fault.TRUNCATE);
    file.truncate(size);
    return this;
  }

  @Override
  public int read(ByteBuffer target) throws IOException {
    return file.read(target);
  }

  @Override
  public long read(ByteBuffer[] targets, int offset, int length) throws IOException {
    return file.read(targets, offset, length);
  }

  @Override
  public int read(ByteBuffer target, long position) throws IOException {
    return file.read(target, position);
  }

  @Override
  public long position() throws IOException {
    return file.position();
  }

  @Override
  public FileChannel position(long position) throws IOException {
    file.position(position);
    return this;
  }

  @Override
  public long size() throws IOException {
    return file.size();
  }

  @Override
  public long transferTo(long position, long count, WritableByteChannel target) throws IOException {
    return file.transferTo(position, count, target);
  }

  @Override
  public long transferFrom(ReadableByteChannel source, long position, long count) {
    throw unused();
  }

  @Override
  public MappedByteBuffer map(MapMode mode, long position, long size) {
    throw unused();
  }

  @Override
  public FileLock lock(long position, long size, boolean shared) {
    throw unused();
  }

  @Override
  public FileLock tryLock(long position, long size, boolean shared) {
    throw unused();
  }

  private static AssertionError unused() {
    return new AssertionError("packs write, read and sync segments, and do nothing else with them");
  }

  @Override
  protected void implCloseChannel() throws IOException {
    file.close();
  }
}
