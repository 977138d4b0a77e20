package org.lucina.observer.schedule;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lucina.spi.observer.DixelEvent;
import org.lucina.spi.observer.EventSink;
import org.lucina.spi.observer.EventsNotTakenException;
import org.lucina.spi.observer.Observer;
import org.lucina.spi.observer.ObserverException;
import org.lucina.spi.observer.PolledObservation;

/**
 * Tells that something is due. A position is the time of the last run, as an instant; of runs that
 * were missed since then, the last one is made up for.
 */
final class ScheduleObserver implements Observer {
  private final String name;
  private final Schedule schedule;
  private final Work work;
  private final Duration turn;
  private final Duration retry;
  private final Clock clock;

  /**
   * An observer of a schedule.
   *
   * @param turn how often the clock is looked at
   * @param retry how long after a failure a run is tried again
   */
  ScheduleObserver(
      String name, Schedule schedule, Work work, Duration turn, Duration retry, Clock clock) {
    this.name = name;
    this.schedule = schedule;
    this.work = work;
    this.turn = turn;
    this.retry = retry;
    this.clock = clock;
  }

  @Override
  public Set<DixelEvent.Kind> kinds() {
    return Set.of(DixelEvent.Kind.DUE);
  }

  @Override
  public String check() throws ObserverException {
    work.check();
    return schedule
        .next(now())
        .map(next -> "the next run is due at " + next.truncatedTo(ChronoUnit.SECONDS))
        .orElse("no run is due any more");
  }

  @Override
  public AutoCloseable observe(Optional<String> position, EventSink sink) {
    return PolledObservation.start("schedule-observer " + name, turn, position, sink, new Turns());
  }

  private ZonedDateTime now() {
    return ZonedDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS);
  }

  private static String position(ZonedDateTime run) {
    return run.toInstant().toString();
  }

  @Override
  public void close() {
    // Observations are closed by those who began them.
  }

  /** The runs of one observation. */
  private final class Turns implements PolledObservation.Source {
    private Optional<ZonedDateTime> notBefore = Optional.empty();

    @Override
    public Optional<String> look(Optional<String> position, EventSink sink)
        throws ObserverException, EventsNotTakenException, InterruptedException {
      ZonedDateTime now = now();
      if (position.isEmpty()) {
        sink.accept(List.of(), position(now));
        return Optional.of(position(now));
      }
      ZonedDateTime last = parse(position.get());
      Optional<ZonedDateTime> due = schedule.last(last, now);
      if (due.isEmpty() || notBefore.filter(now::isBefore).isPresent()) {
        return position;
      }
      notBefore = Optional.of(now.plus(retry));
      work.run(due.get(), last, position.get(), position(due.get()), sink);
      notBefore = Optional.empty();
      return Optional.of(position(due.get()));
    }

    private ZonedDateTime parse(String position) throws ObserverException {
      try {
        return Instant.parse(position).atZone(clock.getZone());
      } catch (DateTimeException e) {
        throw new ObserverException("position '" + position + "' is none of a schedule", e);
      }
    }
  }
}
