package org.lucina.storage.filesystem;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import org.lucina.spi.storage.StorageUpload;
import org.lucina.spi.storage.StoredObject;

/** A file that is being written: in large pieces, from a direct buffer. */
final class FilesystemUpload implements StorageUpload {
  /** After so many bytes it is looked again whether there is room. */
  private static final long ROOM_CHECK = 16L << 20;

  private final FilesystemStorage storage;
  private final Path file;
  private final FileChannel channel;
  private final WriteBuffers buffers;
  private ByteBuffer buffer;
  private long length;
  private long nextRoomCheck = ROOM_CHECK;
  private boolean finished;

  FilesystemUpload(
      FilesystemStorage storage, Path file, FileChannel channel, WriteBuffers buffers) {
    this.storage = storage;
    this.file = file;
    this.channel = channel;
    this.buffers = buffers;
    this.buffer = buffers.take();
  }

  @Override
  public void write(ByteBuffer bytes) throws IOException {
    requireUnfinished();
    length += bytes.remaining();
    if (length >= nextRoomCheck) {
      nextRoomCheck = length + ROOM_CHECK;
      storage.requireRoom(bytes.remaining());
    }
    try {
      append(bytes);
    } catch (IOException e) {
      throw storage.notWritable(e);
    }
  }

  private void append(ByteBuffer bytes) throws IOException {
    if (bytes.isDirect() && bytes.remaining() >= buffer.capacity()) {
      flush();
      writeFully(bytes);
      return;
    }
    while (bytes.hasRemaining()) {
      int count = Math.min(bytes.remaining(), buffer.remaining());
      ByteBuffer piece = bytes.slice().limit(count);
      buffer.put(piece);
      bytes.position(bytes.position() + count);
      if (!buffer.hasRemaining()) {
        flush();
      }
    }
  }

  private void flush() throws IOException {
    writeFully(buffer.flip());
    buffer.clear();
  }

  private void writeFully(ByteBuffer bytes) throws IOException {
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
  }

  @Override
  public StoredObject commit() throws IOException {
    requireUnfinished();
    try {
      flush();
      channel.force(false);
      channel.close();
      StoredObject stored = storage.publish(file, length);
      finish();
      return stored;
    } catch (IOException e) {
      throw storage.notWritable(e);
    }
  }

  @Override
  public void close() throws IOException {
    if (!finished) {
      finish();
      channel.close();
      Files.deleteIfExists(file);
    }
  }

  private void finish() {
    finished = true;
    buffers.give(buffer);
    buffer = null;
  }

  private void requireUnfinished() {
    if (finished) {
      throw new IllegalStateException("upload is committed or closed");
    }
  }
}
