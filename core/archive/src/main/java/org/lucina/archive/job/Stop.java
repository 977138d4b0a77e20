package org.lucina.archive.job;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * A wish that a job ends soon. Threads are not interrupted for it: the database of the index may be
 * in this process, and would lose its file.
 */
final class Stop {
  private final CountDownLatch wished = new CountDownLatch(1);

  void wish() {
    wished.countDown();
  }

  boolean isWished() {
    return wished.getCount() == 0;
  }

  /** Waits, but not after the wish. */
  void pause(Duration time) throws InterruptedException {
    wished.await(time.toMillis(), TimeUnit.MILLISECONDS);
  }
}
