package org.lucina.archive.pipeline;

import java.time.Duration;

/**
 * Interrupts a worker while it is at a step, and at no other time: the broker's client would not
 * take that well. Thread-safe.
 */
final class Interruption {
  private Thread working;
  private boolean requested;

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
  }

  /** The step ends, be it by an interrupt. */
  synchronized void leave() {
    working = null;
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
