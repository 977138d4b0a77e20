package org.lucina.observer.directory;

import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;
import org.lucina.spi.observer.DixelEvent;
import org.lucina.spi.observer.EventSink;
import org.lucina.spi.observer.EventsNotTakenException;

/**
 * Gives events to a sink, some at once. The position moves to an entry when all its events are
 * given.
 */
final class Telling {
  private static final int AT_ONCE = 200;

  private final EventSink sink;
  private final LongFunction<String> positions;
  private final List<DixelEvent> waiting = new ArrayList<>();
  private long told;

  /** Goes on after an entry. */
  Telling(EventSink sink, LongFunction<String> positions, long told) {
    this.sink = sink;
    this.positions = positions;
    this.told = told;
  }

  void add(DixelEvent event) throws EventsNotTakenException, InterruptedException {
    waiting.add(event);
    if (waiting.size() >= AT_ONCE) {
      give();
    }
  }

  /** All events of an entry were added. */
  void end(long entry) {
    told = entry;
  }

  void give() throws EventsNotTakenException, InterruptedException {
    sink.accept(List.copyOf(waiting), positions.apply(told));
    waiting.clear();
  }
}
