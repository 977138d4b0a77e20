package org.lucina.spi.storage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.channels.WritableByteChannel;

/** A stored object that is open for reading. Used by one thread at a time. */
public interface ObjectChannel extends SeekableByteChannel {

  /**
   * Copies bytes to another channel and leaves the position as it is; a storage of files does that
   * without bringing them into the process.
   *
   * @param from the first byte, from 0 on
   * @param count bytes at most
   * @param target a blocking channel
   * @return bytes copied, fewer than asked for only when the object ends before
   */
  default long transferTo(long from, long count, WritableByteChannel target) throws IOException {
    long before = position();
    long left = count;
    ByteBuffer buffer = ByteBuffer.allocate((int) Math.min(128 << 10, Math.max(1, count)));
    try {
      position(from);
      while (left > 0) {
        buffer.clear().limit((int) Math.min(buffer.capacity(), left));
        if (read(buffer) < 0) {
          break;
        }
        left -= buffer.flip().remaining();
        while (buffer.hasRemaining()) {
          target.write(buffer);
        }
      }
    } finally {
      position(before);
    }
    return count - left;
  }
}
