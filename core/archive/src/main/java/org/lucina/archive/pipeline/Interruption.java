package org.lucina.archive.pipeline;

import java.time.Duration;

/**
 * Interrupts a worker while it is at a step, and at no other time: the broker's client would not
 * take that well, nor would others whose work the archive does together with that of the step.
 * Thread-safe.
 */
public final class Interruption {
  private static final ThreadLocal<Interruption> OF_THREAD = new ThreadLocal<>();

  private Thread working;
  private int holds;
  private boolean requested;

  /** Time in which this thread is not interrupted: if it is a worker's, it is when that ends. */
  @FunctionalInterface
  public interface Hold extends AutoCloseable {
    @Override
    void close();
  }

  /** Holds back the interruption of this thread, for what others share with it; may be nested. */
  public static Hold hold() {
    Interruption interruption = OF_THREAD.get();
    if (interruption == null) {
      return () -> {};
    }
    interruption.holdBack();
    return interruption::release;
  }

  private synchronized void holdBack() {
    holds++;
    working = null;
    Thread.interrupted();
  }

  private synchronized void release() {
    holds--;
    if (holds > 0) {
      return;
    }
    working = Thread.currentThread();
    if (requested) {
      working.interrupt();
    }
  }

  /** Breaks off the step at hand, and all later ones. */
  synchronized void request() {
    requested = true;
    if (working != null) {
      working.interrupt();
    }
    notifyAll();
  }

  /** A step begins on this thread. */
  synchronized void enter() throws InterruptedException {
    check();
    working = Thread.currentThread();
    OF_THREAD.set(this);
  }

  /** The step ends, be it by an interrupt. */
  synchronized void leave() {
    working = null;
    OF_THREAD.remove();
    Thread.interrupted();
  }

  /** Ends what was broken off. */
  synchronized void check() throws InterruptedException {
    if (requested) {
      throw new InterruptedException("work is broken off");
    }
  }

  /** Sleeps between steps. */
  synchronized void sleep(Duration time) throws InterruptedException {
    long end = System.nanoTime() + time.toNanos();
    check();
    for (long left; (left = end - System.nanoTime()) > 0; check()) {
      wait(left / 1_000_000 + 1);
    }
  }
}
