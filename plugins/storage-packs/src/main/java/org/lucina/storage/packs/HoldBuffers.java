package org.lucina.storage.packs;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;

/** Direct buffers that hold small objects until they are committed; 128 of 64 KiB at most. */
final class HoldBuffers {
  /** Bytes of a buffer. */
  static final int SIZE = 64 << 10;

  private static final int MOST = 128;

  private final Semaphore left = new Semaphore(MOST);
  private final BlockingQueue<ByteBuffer> free = new LinkedBlockingQueue<>();

  /** Takes one, to be given back; empty when all are in use. */
  Optional<ByteBuffer> take() {
    if (!left.tryAcquire()) {
      return Optional.empty();
    }
    ByteBuffer buffer = free.poll();
    return Optional.of(buffer == null ? ByteBuffer.allocateDirect(SIZE) : buffer.clear());
  }

  /** Gives one back. */
  void give(ByteBuffer buffer) {
    free.add(buffer);
    left.release();
  }
}
