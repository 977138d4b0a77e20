package org.lucina.observer.schedule;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lucina.spi.observer.DixelEvent;
import org.lucina.spi.observer.EventSink;
import org.lucina.spi.observer.EventsNotTakenException;

/**
 * Gives the events of a run to a sink, some at once. Only the last of them move the position, so
 * that a run that is broken off is told again.
 */
final class Batches {
  private static final int AT_ONCE = 500;

  private final EventSink sink;
  private final String before;
  private final List<DixelEvent> waiting = new ArrayList<>();
  private Optional<EventsNotTakenException> refused = Optional.empty();
  private Optional<InterruptedException> ended = Optional.empty();

  Batches(EventSink sink, String before) {
    this.sink = sink;
    this.before = before;
  }

  /** Adds an event; returns false when the run must stop. */
  boolean add(DixelEvent event) {
    waiting.add(event);
    if (waiting.size() < AT_ONCE) {
      return true;
    }
    try {
      sink.accept(List.copyOf(waiting), before);
      waiting.clear();
      return true;
    } catch (EventsNotTakenException e) {
      refused = Optional.of(e);
    } catch (InterruptedException e) {
      ended = Optional.of(e);
    }
    return false;
  }

  /** Says why it had to stop, which endpoints cannot pass on. */
  void throwIfStopped() throws EventsNotTakenException, InterruptedException {
    if (refused.isPresent()) {
      throw refused.get();
    }
    if (ended.isPresent()) {
      throw ended.get();
    }
  }

  /** Gives the rest, and the position that is reached with it. */
  void end(String after) throws EventsNotTakenException, InterruptedException {
    sink.accept(List.copyOf(waiting), after);
  }
}
