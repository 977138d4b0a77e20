package org.lucina.endpoint.mock;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDateTime;
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

/** Tells what happens at sites. A position is the local time up to which that was told. */
final class MockObserver implements Observer {
  /** What happens in a longer time is told in pieces. */
  private static final Duration PIECE = Duration.ofMinutes(30);

  private final String name;
  private final Happenings happenings;
  private final Duration period;
  private final Duration replay;
  private final Clock clock;

  /**
   * An observer of sites.
   *
   * @param period between two looks
   * @param replay how long before now the first look begins
   */
  MockObserver(String name, Happenings happenings, Duration period, Duration replay, Clock clock) {
    this.name = name;
    this.happenings = happenings;
    this.period = period;
    this.replay = replay;
    this.clock = clock;
  }

  @Override
  public Set<DixelEvent.Kind> kinds() {
    return Set.of(happenings.kind());
  }

  @Override
  public String check() {
    return happenings.timeline().devices() + " devices are observed";
  }

  @Override
  public AutoCloseable observe(Optional<String> position, EventSink sink) {
    Optional<String> first = Optional.of(position.orElseGet(() -> now().minus(replay).toString()));
    return PolledObservation.start("mock-observer " + name, period, first, sink, this::look);
  }

  private LocalDateTime now() {
    return LocalDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS);
  }

  private Optional<String> look(Optional<String> position, EventSink sink)
      throws ObserverException, EventsNotTakenException, InterruptedException {
    LocalDateTime until = now();
    LocalDateTime told = parse(position.orElseThrow());
    while (told.isBefore(until)) {
      LocalDateTime next = told.plus(PIECE).isBefore(until) ? told.plus(PIECE) : until;
      tell(happenings.between(told, next, clock.getZone()), told, next, sink);
      told = next;
    }
    return Optional.of(told.toString());
  }

  private static LocalDateTime parse(String position) throws ObserverException {
    try {
      return LocalDateTime.parse(position);
    } catch (DateTimeException e) {
      throw new ObserverException("position '" + position + "' is none of a mock observer", e);
    }
  }

  /**
   * Only the last batch reaches the end of the piece: after a crash the others come again. That
   * nothing happened is told only now and then.
   */
  private static void tell(
      List<DixelEvent> events, LocalDateTime from, LocalDateTime until, EventSink sink)
      throws EventsNotTakenException, InterruptedException {
    int at = 0;
    while (events.size() - at > EventSink.MOST) {
      sink.accept(events.subList(at, at + EventSink.MOST), from.toString());
      at += EventSink.MOST;
    }
    boolean worthwhile = at < events.size() || !from.plus(PIECE).isAfter(until);
    if (worthwhile) {
      sink.accept(events.subList(at, events.size()), until.toString());
    }
  }

  @Override
  public void close() {
    // Observations are closed by those who began them.
  }
}
