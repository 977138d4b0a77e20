package org.lucina.storage.filesystem;

import java.nio.ByteBuffer;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/** Direct buffers of 256 KiB that uploads take in turns; 64 at most are kept. */
final class WriteBuffers {
  private static final int SIZE = 256 << 10;
  private static final int KEPT = 64;

  private final BlockingQueue<ByteBuffer> free = new ArrayBlockingQueue<>(KEPT);

  ByteBuffer take() {
    ByteBuffer buffer = free.poll();
    return buffer == null ? ByteBuffer.allocateDirect(SIZE) : buffer.clear();
  }

  void give(ByteBuffer buffer) {
    free.offer(buffer);
  }
}
