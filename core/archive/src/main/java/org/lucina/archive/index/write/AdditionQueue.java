package org.lucina.archive.index.write;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * Objects that are acknowledged and about to be indexed, in large transactions off their senders'
 * threads. {@link #settle} is what every reader does first, so that nothing acknowledged is ever
 * missing from an answer; it makes the queue be written at once.
 */
final class AdditionQueue {
  /** What the queue keeps in memory, in bytes, at most; a sender waits beyond. */
  static final long CAPACITY = 32L << 20;

  private static final int MAX_BATCH = 256;

  /** How long a transaction waits for more to come while nobody waits for it. */
  private static final long LINGER_NANOS = 20_000_000;

  private final Executor executor;
  private final Consumer<List<Addition>> work;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition changed = lock.newCondition();
  private final Deque<Addition> waiting = new ArrayDeque<>();
  private final Set<String> claimed = new HashSet<>();
  private long bytes;
  private boolean writing;
  private int settlers;
  private volatile long queued;
  private volatile long written;

  /**
   * Makes an empty queue.
   *
   * @param executor writes off the senders' threads
   * @param work writes a batch and does not throw
   */
  AdditionQueue(Executor executor, Consumer<List<Addition>> work) {
    this.executor = executor;
    this.work = work;
  }

  /**
   * Waits until no object under a SOP Instance UID is between its sender and the index, and claims
   * the UID: of two objects under one UID the second sees what became of the first.
   */
  void claim(String sopInstance) {
    lock.lock();
    try {
      settlers++;
      changed.signalAll();
      while (!claimed.add(sopInstance)) {
        changed.awaitUninterruptibly();
      }
      settlers--;
    } finally {
      lock.unlock();
    }
  }

  /** Gives up a claim without queueing. */
  void release(String sopInstance) {
    lock.lock();
    try {
      claimed.remove(sopInstance);
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /** Queues an object whose UID is claimed; waits while the queue is full. */
  void add(Addition addition) {
    boolean start;
    lock.lock();
    try {
      while (bytes > CAPACITY) {
        changed.awaitUninterruptibly();
      }
      waiting.add(addition);
      bytes += addition.candidate().weight();
      queued++;
      start = !writing;
      writing = true;
      if (waiting.size() >= MAX_BATCH) {
        changed.signalAll();
      }
    } finally {
      lock.unlock();
    }
    if (start) {
      start();
    }
  }

  private void start() {
    try {
      executor.execute(this::write);
    } catch (RejectedExecutionException stopping) {
      write();
    }
  }

  /** Returns when everything queued before is indexed. */
  void settle() {
    long target = queued;
    if (written >= target) {
      return;
    }
    lock.lock();
    try {
      settlers++;
      changed.signalAll();
      while (written < target) {
        if (writing) {
          changed.awaitUninterruptibly();
        } else {
          writing = true;
          start();
        }
      }
      settlers--;
    } finally {
      lock.unlock();
    }
  }

  private void write() {
    boolean complete = false;
    try {
      List<Addition> batch = next();
      while (!batch.isEmpty()) {
        try {
          work.accept(batch);
        } finally {
          finished(batch);
        }
        batch = next();
      }
      complete = true;
    } finally {
      if (!complete) {
        broken();
      }
    }
  }

  /** The thread dies of an error, such as lack of memory: the next who needs it starts another. */
  private void broken() {
    lock.lock();
    try {
      writing = false;
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }

  private List<Addition> next() {
    lock.lock();
    try {
      linger();
      List<Addition> batch = new ArrayList<>();
      while (batch.size() < MAX_BATCH && !waiting.isEmpty()) {
        batch.add(waiting.remove());
      }
      writing = !batch.isEmpty();
      return batch;
    } finally {
      lock.unlock();
    }
  }

  private void linger() {
    long left = LINGER_NANOS;
    try {
      while (left > 0 && settlers == 0 && waiting.size() < MAX_BATCH && bytes <= CAPACITY) {
        left = changed.awaitNanos(left);
      }
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
    }
  }

  private void finished(List<Addition> batch) {
    lock.lock();
    try {
      for (Addition addition : batch) {
        bytes -= addition.candidate().weight();
        claimed.remove(addition.candidate().record().sopInstance());
      }
      written += batch.size();
      changed.signalAll();
    } finally {
      lock.unlock();
    }
  }
}
