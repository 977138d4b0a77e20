package org.lucina.subsystem.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * The tasks of one instance on threads that it shares with others: those that are left are
 * cancelled when it is shut down.
 */
final class OwnTasks extends AbstractExecutorService implements ScheduledExecutorService {
  private final ScheduledExecutorService shared;
  private final Consumer<Throwable> failed;
  private final Set<Future<?>> open = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  /**
   * None yet.
   *
   * @param failed told what a task has thrown, for nobody looks at what became of most
   */
  OwnTasks(ScheduledExecutorService shared, Consumer<Throwable> failed) {
    this.shared = shared;
    this.failed = failed;
  }

  private Runnable told(Runnable task) {
    return () -> {
      try {
        task.run();
      } catch (RuntimeException | Error e) {
        failed.accept(e);
        throw e;
      }
    };
  }

  @Override
  public ScheduledFuture<?> schedule(Runnable task, long delay, TimeUnit unit) {
    return keep(shared.schedule(told(task), delay, unit));
  }

  @Override
  public <V> ScheduledFuture<V> schedule(Callable<V> task, long delay, TimeUnit unit) {
    return keep(shared.schedule(task, delay, unit));
  }

  @Override
  public ScheduledFuture<?> scheduleAtFixedRate(
      Runnable task, long first, long period, TimeUnit unit) {
    return keep(shared.scheduleAtFixedRate(told(task), first, period, unit));
  }

  @Override
  public ScheduledFuture<?> scheduleWithFixedDelay(
      Runnable task, long first, long delay, TimeUnit unit) {
    return keep(shared.scheduleWithFixedDelay(told(task), first, delay, unit));
  }

  @Override
  public void execute(Runnable task) {
    keep(shared.schedule(told(task), 0, TimeUnit.NANOSECONDS));
  }

  private <F extends Future<?>> F keep(F task) {
    open.removeIf(Future::isDone);
    open.add(task);
    if (closed) {
      task.cancel(true);
      throw new RejectedExecutionException("the instance is closed");
    }
    return task;
  }

  @Override
  public void shutdown() {
    shutdownNow();
  }

  @Override
  public List<Runnable> shutdownNow() {
    closed = true;
    List<Runnable> never = new ArrayList<>();
    for (Future<?> task : open) {
      boolean begun = task.isDone() || !task.cancel(true);
      if (!begun && task instanceof Runnable waiting) {
        never.add(waiting);
      }
    }
    return never;
  }

  @Override
  public boolean isShutdown() {
    return closed;
  }

  @Override
  public boolean isTerminated() {
    return closed && open.stream().allMatch(Future::isDone);
  }

  @Override
  public boolean awaitTermination(long timeout, TimeUnit unit) throws InterruptedException {
    long end = System.nanoTime() + unit.toNanos(timeout);
    while (!isTerminated()) {
      if (System.nanoTime() > end) {
        return false;
      }
      TimeUnit.MILLISECONDS.sleep(10);
    }
    return true;
  }
}
