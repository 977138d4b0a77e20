package org.lucina.observer.archive;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.lucina.spi.dixel.DicomLevel;
import org.lucina.spi.dixel.Reference;
import org.lucina.spi.endpoint.Endpoint;
import org.lucina.spi.endpoint.EndpointException;
import org.lucina.spi.observer.DixelEvent;
import org.lucina.spi.observer.DixelEvent.Kind;
import org.lucina.spi.observer.EventSink;
import org.lucina.spi.observer.EventsNotTakenException;
import org.lucina.spi.query.Query;

/** Tells all that the archive holds, where its log does not reach back to the beginning. */
final class Inventory {
  private final Endpoint archive;
  private final Wanted wanted;
  private final String mark;
  private final Instant now;
  private final List<DixelEvent> batch = new ArrayList<>();

  /**
   * An inventory.
   *
   * @param mark tells its events from others
   */
  Inventory(Endpoint archive, Wanted wanted, String mark, Instant now) {
    this.archive = archive;
    this.wanted = wanted;
    this.mark = mark;
    this.now = now;
  }

  /** Takes some of the events. */
  @FunctionalInterface
  interface Taker {
    void take(List<DixelEvent> events) throws EventsNotTakenException, InterruptedException;
  }

  /** Tells all. */
  void tell(Taker taker) throws EndpointException, EventsNotTakenException, InterruptedException {
    List<Reference> studies = new ArrayList<>();
    archive.find(
        Query.of(DicomLevel.STUDY).build(),
        found -> studies.add(Reference.study(found.reference().studyUid().orElseThrow())));
    for (Reference study : studies) {
      add(taker, Kind.ADDED, study);
      List<Reference> series = parts(study, DicomLevel.SERIES);
      for (Reference each : series) {
        add(taker, Kind.ADDED, each);
      }
      if (wanted.has(DicomLevel.INSTANCE, Kind.ADDED)) {
        for (Reference instance : parts(study, DicomLevel.INSTANCE)) {
          add(taker, Kind.ADDED, instance);
        }
      }
      for (Reference each : series) {
        add(taker, Kind.STABLE, each);
      }
      add(taker, Kind.STABLE, study);
    }
    flush(taker);
  }

  private List<Reference> parts(Reference study, DicomLevel level) throws EndpointException {
    List<Reference> parts = new ArrayList<>();
    archive.expand(study, level, parts::add);
    return parts;
  }

  private void add(Taker taker, Kind kind, Reference reference)
      throws EventsNotTakenException, InterruptedException {
    if (wanted.has(reference.level(), kind)) {
      String id = kind + "|" + reference.identifier().orElseThrow() + "|" + mark;
      batch.add(new DixelEvent(id, kind, reference, now));
    }
    if (batch.size() == EventSink.MOST) {
      flush(taker);
    }
  }

  private void flush(Taker taker) throws EventsNotTakenException, InterruptedException {
    if (!batch.isEmpty()) {
      taker.take(List.copyOf(batch));
      batch.clear();
    }
  }
}
