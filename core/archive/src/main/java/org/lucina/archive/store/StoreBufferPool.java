package org.lucina.archive.store;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/** Keeps the buffers of recent stores for the next ones; never makes a caller wait. */
final class StoreBufferPool {
  private static final int KEPT = 16;

  private final BlockingQueue<StoreBuffers> free = new ArrayBlockingQueue<>(KEPT);

  StoreBuffers take() {
    StoreBuffers buffers = free.poll();
    return buffers == null ? new StoreBuffers() : buffers;
  }

  void give(StoreBuffers buffers) {
    buffers.reset();
    if (!free.offer(buffers)) {
      buffers.end();
    }
  }
}
