package org.lucina.subsystem.runtime;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Makes daemon threads whose names tell whose they are. */
public final class NamedThreads implements ThreadFactory {
  private static final int IDLE_SECONDS = 10;

  private final String prefix;
  private final AtomicLong count = new AtomicLong();

  /** Names threads by prefix and number. */
  public NamedThreads(String prefix) {
    this.prefix = prefix;
  }

  /** A pool that grows as listeners allow associations, and shrinks soon when they end. */
  public static ExecutorService pool(String prefix) {
    return new ThreadPoolExecutor(
        0,
        Integer.MAX_VALUE,
        IDLE_SECONDS,
        TimeUnit.SECONDS,
        new SynchronousQueue<>(),
        new NamedThreads(prefix));
  }

  /** Threads for tasks that run later; what is cancelled is forgotten at once. */
  public static ScheduledExecutorService scheduled(String prefix, int threads) {
    ScheduledThreadPoolExecutor pool =
        new ScheduledThreadPoolExecutor(threads, new NamedThreads(prefix));
    pool.setRemoveOnCancelPolicy(true);
    return pool;
  }

  @Override
  public Thread newThread(Runnable task) {
    Thread thread = new Thread(task, prefix + count.incrementAndGet());
    thread.setDaemon(true);
    return thread;
  }
}
