package org.lucina.archive.pipeline;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/** Bounds how many events are begun in any minute. Thread-safe. */
final class Rate {
  private static final long MINUTE_MILLIS = 60_000;

  private final int perMinute;
  private final Clock clock;
  private final Deque<Long> begun = new ArrayDeque<>();

  /**
   * A bound.
   *
   * @param perMinute 0 for none
   */
  Rate(int perMinute, Clock clock) {
    this.perMinute = perMinute;
    this.clock = clock;
  }

  /** Takes a turn, or tells how long it is until there may be one. */
  synchronized Duration take() {
    if (perMinute == 0) {
      return Duration.ZERO;
    }
    long now = clock.millis();
    while (!begun.isEmpty() && begun.getFirst() + MINUTE_MILLIS <= now) {
      begun.removeFirst();
    }
    if (begun.size() >= perMinute) {
      return Duration.ofMillis(begun.getFirst() + MINUTE_MILLIS - now);
    }
    begun.addLast(now);
    return Duration.ZERO;
  }

  /** A turn was not used. */
  synchronized void giveBack() {
    begun.pollLast();
  }
}
