package org.lucina.spi.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lucina.spi.dixel.Reference;
import org.lucina.spi.observer.DixelEvent;
import org.lucina.spi.observer.EventSink;
import org.lucina.spi.observer.EventsNotTakenException;

/** A sink that remembers what it was told, and refuses it while it is asked to. Thread-safe. */
public final class CollectedEvents implements EventSink {
  private final List<DixelEvent> events = new ArrayList<>();
  private final List<String> troubles = new ArrayList<>();
  private Optional<String> position = Optional.empty();
  private boolean refusing;

  /** Takes events or not from now on. */
  public synchronized void refuse(boolean on) {
    refusing = on;
  }

  @Override
  public synchronized void accept(List<DixelEvent> told, String reached)
      throws EventsNotTakenException {
    if (refusing) {
      throw new EventsNotTakenException("the sink was asked to refuse", null);
    }
    if (told.size() > MOST) {
      throw new AssertionError("more events at once than a sink takes: " + told.size());
    }
    events.addAll(told);
    position = Optional.of(reached);
  }

  @Override
  public synchronized void troubled(String problem) {
    troubles.add(problem);
  }

  /** All events, in the order in which they came. */
  public synchronized List<DixelEvent> events() {
    return List.copyOf(events);
  }

  /** What the events were about. */
  public synchronized List<Reference> references() {
    return events.stream().map(DixelEvent::reference).toList();
  }

  /** What administrators were told. */
  public synchronized List<String> troubles() {
    return List.copyOf(troubles);
  }

  /** The position that came last. */
  public synchronized Optional<String> position() {
    return position;
  }
}
