package org.lucina.observer.archive;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.lucina.spi.ServerContext;
import org.lucina.spi.dixel.Reference;
import org.lucina.spi.endpoint.Endpoint;
import org.lucina.spi.endpoint.EndpointException;
import org.lucina.spi.observer.DixelEvent;
import org.lucina.spi.observer.DixelEvent.Kind;
import org.lucina.spi.observer.EventSink;
import org.lucina.spi.observer.EventsNotTakenException;
import org.lucina.spi.server.ArchiveChanges;
import org.lucina.spi.server.ArchiveChanges.Change;
import org.lucina.spi.server.ChangesMissingException;

/** Follows the log of changes on a thread of its own, from one position on. */
final class Observation implements Runnable {
  private static final long PAUSE_MILLIS = 1_000;
  private static final long PATIENCE_MILLIS = 500;
  private static final Duration REMEMBER = Duration.ofSeconds(10);

  private final ServerContext server;
  private final Manner manner;
  private final Clock clock;
  private final EventSink sink;
  private final Optional<QuietTime> quietTime;
  private final Semaphore woken = new Semaphore(0);
  private Optional<Position> position;
  private long read;
  private Instant remembered;
  private Optional<String> trouble = Optional.empty();
  private final Object giving = new Object();
  private boolean isGiving;
  private volatile boolean ended;

  /**
   * How it observes.
   *
   * @param wanted what it tells
   * @param fromBeginning whether it begins with all that the archive holds
   * @param quiet when studies and series are stable, empty when the archive tells that
   */
  record Manner(Wanted wanted, boolean fromBeginning, Optional<Duration> quiet) {}

  Observation(
      ServerContext server, Manner manner, Clock clock, Optional<String> position, EventSink sink) {
    this.server = server;
    this.manner = manner;
    this.clock = clock;
    this.sink = sink;
    this.position = position.flatMap(Position::parse);
    this.quietTime = manner.quiet().map(time -> new QuietTime(time, manner.wanted()));
    this.read = this.position.map(Position::reread).orElse(0L);
    this.remembered = clock.instant();
  }

  /**
   * Ends it on its thread. Only a sink is interrupted, after a while: the database of the archive
   * is in this process, and an interrupt would close its file.
   */
  void end(Thread thread) throws InterruptedException {
    ended = true;
    woken.release();
    thread.join(PATIENCE_MILLIS);
    while (thread.isAlive()) {
      synchronized (giving) {
        if (isGiving) {
          thread.interrupt();
        }
      }
      thread.join(PATIENCE_MILLIS);
    }
  }

  @Override
  public void run() {
    try {
      while (!ended) {
        followAsLongAsPossible();
        pause();
      }
    } catch (InterruptedException e) {
      ended = true;
    }
  }

  private void pause() throws InterruptedException {
    if (!ended) {
      woken.tryAcquire(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
      woken.drainPermits();
    }
  }

  private void followAsLongAsPossible() throws InterruptedException {
    Optional<ArchiveChanges> changes = server.archiveChanges();
    Optional<Endpoint> archive = server.archive();
    if (changes.isEmpty() || archive.isEmpty()) {
      trouble("the archive is not open");
      return;
    }
    try (AutoCloseable watch = changes.get().watch(woken::release)) {
      while (!ended && server.archiveChanges().equals(changes)) {
        if (!step(changes.get(), archive.get())) {
          pause();
        }
      }
    } catch (InterruptedException e) {
      throw e;
    } catch (EventsNotTakenException e) {
      trouble("events are not taken: " + e.getMessage());
    } catch (EndpointException e) {
      trouble("the archive cannot be listed: " + e.getMessage());
    } catch (Exception e) {
      trouble("the archive's changes cannot be read: " + e.getMessage());
    }
  }

  /** Says it once. */
  private void trouble(String problem) {
    if (!ended && !trouble.equals(Optional.of(problem))) {
      trouble = Optional.of(problem);
      sink.troubled(problem);
    }
  }

  /** Goes on a bit; tells whether there may be more at once. */
  private boolean step(ArchiveChanges changes, Endpoint archive)
      throws EventsNotTakenException, EndpointException, InterruptedException {
    try {
      Position from = position.isPresent() ? position.get() : begin(changes);
      List<Change> page = changes.since(read, EventSink.MOST);
      tell(from, page);
      boolean more = page.size() == EventSink.MOST;
      return more || tellQuiet();
    } catch (ChangesMissingException e) {
      takeInventory(changes, archive, e.known());
      return true;
    }
  }

  private Position begin(ArchiveChanges changes)
      throws EventsNotTakenException, InterruptedException {
    read = manner.fromBeginning() ? 0 : changes.last();
    Position begun = Position.after(read);
    remember(List.of(), begun);
    return begun;
  }

  private void tell(Position from, List<Change> page)
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
      remember(events, reached);
    } else {
      position = Optional.of(reached);
    }
    read = last;
  }

  private boolean tellQuiet() throws EventsNotTakenException, InterruptedException {
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
                from.told(), isAll ? now.minus(manner.quiet().orElseThrow()) : from.stableUntil()));
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

  private void remember(List<DixelEvent> events, Position reached)
      throws EventsNotTakenException, InterruptedException {
    give(events, reached);
    position = Optional.of(reached);
    remembered = clock.instant();
    trouble = Optional.empty();
  }

  private void give(List<DixelEvent> events, Position reached)
      throws EventsNotTakenException, InterruptedException {
    if (ended) {
      throw new InterruptedException("the observation ends");
    }
    synchronized (giving) {
      isGiving = true;
    }
    try {
      sink.accept(events, reached.toString());
    } finally {
      synchronized (giving) {
        isGiving = false;
      }
    }
    if (Thread.interrupted()) {
      throw new InterruptedException("the observation ends");
    }
  }

  private void takeInventory(ArchiveChanges changes, Endpoint archive, long known)
      throws EventsNotTakenException, EndpointException, InterruptedException {
    long before = changes.last();
    Position from = position.orElse(Position.after(0));
    String mark = "known-after-" + known;
    new Inventory(archive, manner.wanted(), mark, clock.instant())
        .tell(events -> give(events, from));
    read = before;
    remember(List.of(), Position.after(before));
  }
}
