package org.lucina.observer.orthanc;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lucina.dicom.DataSet;
import org.lucina.spi.dixel.DicomLevel;
import org.lucina.spi.dixel.Reference;
import org.lucina.spi.endpoint.EndpointException;
import org.lucina.spi.observer.DixelEvent;
import org.lucina.spi.observer.DixelEvent.Kind;
import org.lucina.spi.observer.EventSink;
import org.lucina.spi.observer.EventsNotTakenException;
import org.lucina.spi.observer.ObserverException;

/**
 * Reads Orthanc's log of changes from a position on. The change at the position is read again each
 * time: where it is another one, or is to come yet, the database is not the same any more. For one
 * thread at a time.
 */
final class ChangeReader {
  private final String observer;
  private final ChangeLog log;
  private final OrthancChanges.Ways ways;
  private final Identification identification;

  /** Up to where events were taken, also in a look that has failed later. */
  private Optional<Position> reached = Optional.empty();

  ChangeReader(String observer, ChangeLog log, OrthancChanges.Ways ways) {
    this.observer = observer;
    this.log = log;
    this.ways = ways;
    this.identification = new Identification(log);
  }

  /** Looks once, to the end of the log. */
  Optional<String> look(Optional<String> position, EventSink sink)
      throws ObserverException, EventsNotTakenException, InterruptedException {
    try {
      if (reached.isEmpty()) {
        begin(position, sink);
      }
      while (tellMore(sink)) {
        if (Thread.interrupted()) {
          throw new InterruptedException();
        }
      }
      return reached.map(Position::toString);
    } catch (EndpointException e) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      throw new ObserverException(e.getMessage(), e);
    }
  }

  private void begin(Optional<String> position, EventSink sink)
      throws ObserverException, EndpointException, EventsNotTakenException, InterruptedException {
    if (position.isPresent()) {
      reached = Optional.of(Position.parse(position.get()));
    } else {
      ChangeLog.Page newest = log.newest();
      Position now =
          newest.changes().isEmpty()
              ? new Position(newest.last(), "")
              : Position.of(newest.changes().get(0));
      take(List.of(), ways.fromStart() ? Position.START : now, sink);
    }
  }

  /** Tells one page; returns false when that was the last one for now. */
  private boolean tellMore(EventSink sink)
      throws EndpointException, EventsNotTakenException, InterruptedException {
    Position from = reached.orElseThrow();
    // One more than is told, for the one that was told last
    ChangeLog.Page page = log.since(Math.max(0, from.number() - 1), ways.limit() + 1);
    if (page.changes().stream().anyMatch(from::contradicts)
        || page.changes().isEmpty() && page.last() < from.number()) {
      ChangesLogger.LOG.reset(observer, log.name(), from.number());
      take(List.of(), Position.START, sink);
      return true;
    }
    List<Change> news =
        page.changes().stream()
            .filter(change -> change.number() > from.number())
            .limit(ways.limit())
            .toList();
    if (news.isEmpty()) {
      return false;
    }
    List<DixelEvent> events = new ArrayList<>();
    for (Change change : news) {
      event(change).ifPresent(events::add);
    }
    take(events, Position.of(news.get(news.size() - 1)), sink);
    return true;
  }

  private void take(List<DixelEvent> events, Position position, EventSink sink)
      throws EventsNotTakenException, InterruptedException {
    sink.accept(events, position.toString());
    reached = Optional.of(position);
  }

  private Optional<DixelEvent> event(Change change) throws EndpointException {
    Optional<ChangeType> type = ChangeType.of(change.type()).filter(ways.types()::contains);
    if (type.isEmpty() || change.level().isEmpty() || change.id().isEmpty()) {
      return Optional.empty();
    }
    Kind kind = type.get().kind();
    DicomLevel level = change.level().get();
    // What is gone cannot be asked for any more
    DataSet tags = kind == Kind.DELETED ? new DataSet() : identification.tags(level, change.id());
    Reference reference =
        Reference.of(level, tags)
            .map(named -> named.withKey(change.id()))
            .orElseGet(() -> Reference.key(level, change.id()));
    return Optional.of(new DixelEvent(change.signature(), kind, reference, change.time(), tags));
  }
}
