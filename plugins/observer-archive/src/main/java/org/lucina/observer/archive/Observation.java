package org.lucina.observer.archive;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lucina.spi.ServerContext;
import org.lucina.spi.dixel.Reference;
import org.lucina.spi.endpoint.Endpoint;
import org.lucina.spi.endpoint.EndpointException;
import org.lucina.spi.observer.DixelEvent;
import org.lucina.spi.observer.DixelEvent.Kind;
import org.lucina.spi.observer.EventSink;
import org.lucina.spi.observer.EventsNotTakenException;
import org.lucina.spi.observer.ObserverException;
import org.lucina.spi.observer.PolledObservation;
import org.lucina.spi.server.ArchiveChanges;
import org.lucina.spi.server.ArchiveChanges.Change;
import org.lucina.spi.server.ChangesMissingException;

/** Follows the log of changes from one position on. For one thread. */
final class Observation implements PolledObservation.Source {
  private static final Duration REMEMBER = Duration.ofSeconds(10);

  private final ServerContext server;
  private final Manner manner;
  private final Clock clock;
  private final Optional<QuietTime> quietTime;
  private Optional<Position> position;
  private long read;
  private Instant remembered;
  private boolean troubled;
  private Runnable news = () -> {};
  private Optional<ArchiveChanges> watched = Optional.empty();
  private AutoCloseable watch = () -> {};

  /**
   * How it observes.
   *
   * @param wanted what it tells
   * @param fromBeginning whether it begins with all that the archive holds
   * @param quiet when studies and series are stable, empty when the archive tells that
   */
  record Manner(Wanted wanted, boolean fromBeginning, Optional<Duration> quiet) {}

  Observation(ServerContext server, Manner manner, Clock clock, Optional<String> position) {
    this.server = server;
    this.manner = manner;
    this.clock = clock;
    this.position = position.flatMap(Position::parse);
    this.quietTime = manner.quiet().map(time -> new QuietTime(time, manner.wanted()));
    this.read = this.position.map(Position::reread).orElse(0L);
    this.remembered = clock.instant();
  }

  @Override
  public void begin(Runnable hurry) {
    news = hurry;
  }

  /** The database of the archive is in this process: an interrupt would close its file. */
  @Override
  public boolean mayBeInterrupted() {
    return false;
  }

  @Override
  public Optional<String> look(Optional<String> told, EventSink sink)
      throws ObserverException, EventsNotTakenException, InterruptedException {
    boolean again = troubled;
    troubled = true;
    ArchiveChanges changes = server.archiveChanges().orElseThrow(Observation::closed);
    Endpoint archive = server.archive().orElseThrow(Observation::closed);
    try {
      watch(changes);
      if (step(changes, archive, sink)) {
        news.run();
      }
    } catch (EndpointException e) {
      throw new ObserverException("the archive cannot be listed: " + e.getMessage(), e);
    }
    if (again) {
      remember(List.of(), position.orElseThrow(), sink);
    }
    troubled = false;
    return position.map(Position::toString);
  }

  private static ObserverException closed() {
    return new ObserverException("the archive is not open");
  }

  private void watch(ArchiveChanges changes) {
    if (!watched.equals(Optional.of(changes))) {
      end();
      watch = changes.watch(news);
      watched = Optional.of(changes);
    }
  }

  @Override
  public void end() {
    try {
      watch.close();
    } catch (Exception e) {
      throw new IllegalStateException("the archive's changes cannot be left alone", e);
    }
  }

  /** Goes on a bit; tells whether there may be more at once. */
  private boolean step(ArchiveChanges changes, Endpoint archive, EventSink sink)
      throws EventsNotTakenException, EndpointException, InterruptedException {
    try {
      Position from = position.isPresent() ? position.get() : begin(changes, sink);
      List<Change> page = changes.since(read, EventSink.MOST);
      tell(from, page, sink);
      boolean more = page.size() == EventSink.MOST;
      return more || tellQuiet(sink);
    } catch (ChangesMissingException e) {
      takeInventory(changes, archive, e.known(), sink);
      return true;
    }
  }

  private Position begin(ArchiveChanges changes, EventSink sink)
      throws EventsNotTakenException, InterruptedException {
    read = manner.fromBeginning() ? 0 : changes.last();
    Position begun = Position.after(read);
    remember(List.of(), begun, sink);
    return begun;
  }

  private void tell(Position from, List<Change> page, EventSink sink)
      throws EventsNotTakenException, InterruptedException {
    if (page.isEmpty()) {
      return;
    }
    List<DixelEvent> events = new ArrayList<>();
    for (Change change : page) {
      boolean isOwn = quietTime.isPresent() && change.event().kind() == Kind.STABLE;
      if (change.number() > from.told() && !isOwn && manner.wanted().has(change.event())) {
        events.add(change.event());
      }
    }
    // A page that is told again is taken again, which changes nothing.
    page.forEach(change -> quietTime.ifPresent(time -> time.take(change)));
    long last = page.get(page.size() - 1).number();
    if (read < from.told() && last >= from.told()) {
      quietTime.ifPresent(time -> time.forget(from.stableUntil(), from.told()));
    }
    Position reached = reached(Math.max(from.told(), last), from.stableUntil());
    boolean isDue = Duration.between(remembered, clock.instant()).compareTo(REMEMBER) > 0;
    if (!events.isEmpty() || isDue) {
      remember(events, reached, sink);
    } else {
      position = Optional.of(reached);
    }
    read = last;
  }

  private boolean tellQuiet(EventSink sink) throws EventsNotTakenException, InterruptedException {
    if (quietTime.isEmpty()) {
      return false;
    }
    Instant now = clock.instant();
    Map<Reference, Change> stable = quietTime.get().takeQuiet(now, EventSink.MOST);
    boolean isAll = stable.size() < EventSink.MOST;
    boolean isTold = stable.isEmpty();
    try {
      if (!isTold) {
        Position from = position.orElseThrow();
        remember(
            quietTime.get().events(stable),
            reached(
                from.told(), isAll ? now.minus(manner.quiet().orElseThrow()) : from.stableUntil()),
            sink);
        isTold = true;
      }
    } finally {
      if (!isTold) {
        quietTime.get().putBack(stable);
      }
    }
    return !isAll;
  }

  private Position reached(long told, Instant stableUntil) {
    long reread = quietTime.isPresent() ? quietTime.get().first().orElse(told + 1) - 1 : told;
    return new Position(told, Math.min(told, reread), stableUntil);
  }

  private void remember(List<DixelEvent> events, Position reached, EventSink sink)
      throws EventsNotTakenException, InterruptedException {
    sink.accept(events, reached.toString());
    position = Optional.of(reached);
    remembered = clock.instant();
  }

  private void takeInventory(ArchiveChanges changes, Endpoint archive, long known, EventSink sink)
      throws EventsNotTakenException, EndpointException, InterruptedException {
    long before = changes.last();
    Position from = position.orElse(Position.after(0));
    String mark = "known-after-" + known;
    new Inventory(archive, manner.wanted(), mark, clock.instant())
        .tell(events -> sink.accept(events, from.toString()));
    read = before;
    remember(List.of(), Position.after(before), sink);
  }
}
