package org.lucina.observer.dimsepoll;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.lucina.dicom.Tag;
import org.lucina.spi.ServerContext;
import org.lucina.spi.endpoint.Endpoint;
import org.lucina.spi.endpoint.EndpointException;
import org.lucina.spi.observer.DixelEvent;
import org.lucina.spi.observer.EventSink;
import org.lucina.spi.observer.EventsNotTakenException;
import org.lucina.spi.observer.ObserverException;
import org.lucina.spi.query.Query;
import org.lucina.spi.query.QueryKey;

/**
 * One observation: asks what is there from a window before the end of the last poll up to now, and
 * tells what it has not told yet. For one thread.
 */
final class Poll {
  private final PollSettings settings;
  private final ServerContext server;
  private final Clock clock;
  private Optional<Position> reached = Optional.empty();

  Poll(PollSettings settings, ServerContext server, Clock clock) {
    this.settings = settings;
    this.server = server;
    this.clock = clock;
  }

  /** The endpoint that is asked. */
  Endpoint endpoint() throws ObserverException {
    return server
        .endpoint(settings.endpoint())
        .orElseThrow(
            () -> new ObserverException("endpoint '" + settings.endpoint() + "' is not running"));
  }

  /** Polls once, day after day: after a long time, positions come in between. */
  Optional<String> look(Optional<String> position, EventSink sink)
      throws ObserverException, EventsNotTakenException, InterruptedException {
    Endpoint endpoint = endpoint();
    Instant now = now();
    if (reached.isEmpty()) {
      reached = Optional.of(begin(position));
    }
    Instant told = reached.get().time();
    Instant last = told.isBefore(now) ? told : now;
    Instant from = last.minus(settings.window());
    for (TimeWindow window : TimeWindow.cut(from, now, settings.zone(), settings.times())) {
      Instant end = window.end().isBefore(last) ? last : window.end();
      tell(found(endpoint, query(window), now), end, sink);
    }
    return reached.map(Position::toString);
  }

  /**
   * Where it goes on. A position behind which more was told already, as out of a backup, is that of
   * an observation of its own: what is in its window is told again, under the same ids.
   */
  private Position begin(Optional<String> text) throws ObserverException {
    if (text.isEmpty()) {
      return Position.begin(now().minus(settings.since()));
    }
    Position position = Position.parse(text.get());
    return novelty(position).wentBeyond(position) ? Position.begin(position.time()) : position;
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.SECONDS);
  }

  /** The query of a window; all that it finds comes back with what events are made of. */
  Query query(TimeWindow window) {
    Query filter = settings.filter();
    Query.Builder query = Query.of(filter.level()).fuzzy(filter.fuzzy());
    for (QueryKey key : filter.keys()) {
      query.key(key);
    }
    filter.extensions().forEach(query::extension);
    query.key(Tag.StudyDate, window.date());
    query.key(Tag.StudyTime, window.time().orElse(""));
    if (settings.changes()) {
      Novelty.count(filter.level()).ifPresent(count -> query.key(count, ""));
    }
    return query.build();
  }

  private List<DixelEvent> found(Endpoint endpoint, Query query, Instant now)
      throws ObserverException, InterruptedException {
    Novelty novelty = novelty(reached.orElseThrow());
    List<DixelEvent> events = new ArrayList<>();
    try {
      endpoint.find(
          query,
          dixel -> {
            try {
              novelty.event(dixel, now).ifPresent(events::add);
              return true;
            } catch (IOException e) {
              throw new EndpointException(
                  EndpointException.Reason.FAILED, "an answer cannot be read", e);
            }
          });
    } catch (EndpointException e) {
      if (Thread.interrupted()) {
        throw new InterruptedException("the observation ends");
      }
      throw new ObserverException(e.getMessage(), e);
    }
    events.sort(Comparator.comparing(DixelEvent::time));
    return events;
  }

  /** Only the last batch reaches the end of the window: after a crash the others come again. */
  private void tell(List<DixelEvent> events, Instant end, EventSink sink)
      throws EventsNotTakenException, InterruptedException {
    int at = 0;
    while (events.size() - at > EventSink.MOST) {
      accept(events.subList(at, at + EventSink.MOST), reached.orElseThrow().time(), sink);
      at += EventSink.MOST;
    }
    accept(events.subList(at, events.size()), end, sink);
  }

  private void accept(List<DixelEvent> events, Instant end, EventSink sink)
      throws EventsNotTakenException, InterruptedException {
    Position next = reached.orElseThrow().next(end);
    sink.accept(events, next.toString());
    reached = Optional.of(next);
    Novelty novelty = novelty(next);
    novelty.told(events);
    novelty.reached(next);
  }

  private Novelty novelty(Position position) {
    return new Novelty(settings, server.history(), position.observation());
  }
}
