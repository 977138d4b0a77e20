package org.lucina.storage.packs;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;

/**
 * Lets concurrent callers share work that is cheaper done together. The first to come makes a
 * group, waits for the group before, and does the work of all who have joined meanwhile; they sleep
 * until it is done. A lone caller waits for nobody.
 *
 * @param <T> what is to be done; the work leaves the result in it
 */
final class CommitGroups<T> {
  private final Consumer<List<T>> work;
  private final Object joining = new Object();
  private Group<T> latest = new Group<>();

  /**
   * Makes groups.
   *
   * @param work does a group, must not throw
   */
  CommitGroups(Consumer<List<T>> work) {
    this.work = work;
    latest.close();
    latest.done.countDown();
  }

  /** Returns when the task was done. */
  void submit(T task) {
    Group<T> before;
    Group<T> group;
    synchronized (joining) {
      before = latest;
      if (before.closed) {
        latest = new Group<>();
      }
      group = latest;
      group.tasks.add(task);
    }
    if (group == before) {
      await(group);
    } else {
      await(before);
      lead(group);
    }
  }

  private void lead(Group<T> group) {
    synchronized (joining) {
      group.close();
    }
    try {
      work.accept(group.tasks);
    } finally {
      group.done.countDown();
    }
  }

  private static void await(Group<?> group) {
    boolean interrupted = false;
    boolean done = false;
    while (!done) {
      try {
        group.done.await();
        done = true;
      } catch (InterruptedException e) {
        interrupted = true; // the disk will answer; what was asked of it cannot be taken back
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static final class Group<T> {
    private final List<T> tasks = new ArrayList<>();
    private final CountDownLatch done = new CountDownLatch(1);
    private boolean closed;

    void close() {
      closed = true;
    }
  }
}
