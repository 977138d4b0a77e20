package org.lucina.storage.packs;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Tells when objects are committed, in microseconds since 1970. It never goes back, even if the
 * clock does: an index that asks for what came since its checkpoint would miss objects.
 */
final class CommitClock {
  private final Clock clock;
  private final AtomicLong latest = new AtomicLong();

  CommitClock(Clock clock) {
    this.clock = clock;
  }

  /** The time now, not before any that was given or seen. */
  long now() {
    return seen(micros(clock.instant()));
  }

  /** Takes note of a time that an earlier run has given; returns the latest. */
  long seen(long time) {
    return latest.accumulateAndGet(time, Math::max);
  }

  /** Microseconds since 1970, those before count as 0. */
  static long micros(Instant instant) {
    return instant.isBefore(Instant.EPOCH) ? 0 : ChronoUnit.MICROS.between(Instant.EPOCH, instant);
  }

  /** The instant of a time. */
  static Instant instant(long micros) {
    return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
  }
}
