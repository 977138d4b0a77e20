package org.lucina.archive.pipeline;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** A clock that goes on and can be set forward. */
final class MovedClock extends Clock {
  private final ZoneId zone;
  private volatile Duration ahead = Duration.ZERO;

  MovedClock(ZoneId zone) {
    this.zone = zone;
  }

  void forward(Duration time) {
    ahead = ahead.plus(time);
  }

  @Override
  public ZoneId getZone() {
    return zone;
  }

  @Override
  public Clock withZone(ZoneId other) {
    throw new UnsupportedOperationException("this clock stays where it is");
  }

  @Override
  public Instant instant() {
    return Instant.now().plus(ahead);
  }
}
