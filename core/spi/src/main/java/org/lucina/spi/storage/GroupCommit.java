package org.lucina.spi.storage;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;

/**
 * Lets concurrent callers share work that is cheaper done together, such as a sync or a
 * transaction: one caller at a time does what all have waiting, the others sleep until theirs is
 * done. A lone caller waits for nobody and pays for no other thread. Thread-safe.
 *
 * @param <T> what is to be done; the batch consumer leaves the result in it
 */
public final class GroupCommit<T> {
  private final Consumer<List<T>> work;
  private final int maxBatch;
  private final Deque<Ticket<T>> waiting = new ArrayDeque<>();
  private boolean busy;

  /**
   * Makes groups.
   *
   * @param maxBatch tasks of a batch at most
   * @param work does a batch, in the order in which the tasks came; called by one thread at a time,
   *     must not throw
   */
  public GroupCommit(int maxBatch, Consumer<List<T>> work) {
    this.maxBatch = maxBatch;
    this.work = work;
  }

  /** Returns when the task was done; an interrupt does not end the wait, but stays set. */
  public void submit(T task) {
    Ticket<T> ticket = new Ticket<>(task);
    boolean lead;
    synchronized (waiting) {
      waiting.add(ticket);
      lead = !busy;
      busy = true;
    }
    if (!lead) {
      ticket.await();
    }
    if (!ticket.done) {
      lead();
    }
  }

  private void lead() {
    List<Ticket<T>> batch = new ArrayList<>();
    synchronized (waiting) {
      while (batch.size() < maxBatch && !waiting.isEmpty()) {
        batch.add(waiting.remove());
      }
    }
    try {
      work.accept(batch.stream().map(ticket -> ticket.task).toList());
    } finally {
      appointNext();
      batch.forEach(Ticket::finish);
    }
  }

  private void appointNext() {
    Ticket<T> next;
    synchronized (waiting) {
      next = waiting.peek();
      busy = next != null;
    }
    if (next != null) {
      next.appoint();
    }
  }

  private static final class Ticket<T> {
    private final T task;
    private final Thread owner = Thread.currentThread();
    private volatile boolean done;
    private volatile boolean appointed;

    Ticket(T task) {
      this.task = task;
    }

    void finish() {
      done = true;
      LockSupport.unpark(owner);
    }

    void appoint() {
      appointed = true;
      LockSupport.unpark(owner);
    }

    void await() {
      boolean interrupted = false;
      while (!done && !appointed) {
        LockSupport.park(this);
        interrupted |= Thread.interrupted();
      }
      if (interrupted) {
        owner.interrupt();
      }
    }
  }
}
