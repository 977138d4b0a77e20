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
   * @param target where to; a channel that does not block may take fewer bytes
   * @return bytes copied, fewer than asked for when the object ends before or the target takes no
   *     more
   */
  default long transferTo(long from, long count, WritableByteChannel target) throws IOException {
    long before = position();
    long left = count;
    ByteBuffer buffer = ByteBuffer.allocate((int) Math.min(128 << 10, Math.max(1, count)));
    try {
      position(from);
      boolean taken = true;
      while (left > 0 && taken) {
        buffer.clear().limit((int) Math.min(buffer.capacity(), left));
        if (read(buffer) < 0) {
          break;
        }
        buffer.flip();
        while (buffer.hasRemaining() && taken) {
          int written = target.write(buffer);
          left -= written;
          taken = written > 0;
        }
      }
    } finally {
      position(before);
    }
    return count - left;
  }
}
