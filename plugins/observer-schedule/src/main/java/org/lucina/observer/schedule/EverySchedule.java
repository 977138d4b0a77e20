package org.lucina.observer.schedule;

import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.Optional;

/**
 * Runs that follow one another at equal intervals.
 *
 * @param interval from one run to the next, one second or more
 */
record EverySchedule(Duration interval) implements Schedule {

  @Override
  public Optional<ZonedDateTime> next(ZonedDateTime after) {
    return Optional.of(after.plus(interval));
  }

  @Override
  public Optional<ZonedDateTime> last(ZonedDateTime after, ZonedDateTime until) {
    long runs = Duration.between(after, until).dividedBy(interval);
    return runs < 1 ? Optional.empty() : Optional.of(after.plus(interval.multipliedBy(runs)));
  }
}
