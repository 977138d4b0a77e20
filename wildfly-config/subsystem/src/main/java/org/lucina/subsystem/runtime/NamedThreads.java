package org.lucina.subsystem.runtime;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicLong;

/** Makes daemon threads whose names tell whose they are. */
public final class NamedThreads implements ThreadFactory {
  private final String prefix;
  private final AtomicLong count = new AtomicLong();

  /** Names threads by prefix and number. */
  public NamedThreads(String prefix) {
    this.prefix = prefix;
  }

  /** A pool that grows as listeners allow associations, and shrinks after a minute. */
  public static ExecutorService pool(String prefix) {
    return Executors.newCachedThreadPool(new NamedThreads(prefix));
  }

  @Override
  public Thread newThread(Runnable task) {
    Thread thread = new Thread(task, prefix + count.incrementAndGet());
    thread.setDaemon(true);
    return thread;
  }
}
