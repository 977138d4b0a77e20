package org.lucina.observer.schedule;

import java.time.ZonedDateTime;
import java.util.List;
import org.lucina.spi.dixel.DicomLevel;
import org.lucina.spi.dixel.Reference;
import org.lucina.spi.observer.DixelEvent;
import org.lucina.spi.observer.EventSink;
import org.lucina.spi.observer.EventsNotTakenException;

/**
 * One event for each run, about nothing that exists: its reference has the name of the schedule as
 * key.
 *
 * @param name of the observer
 * @param level of the reference
 */
record OneEvent(String name, DicomLevel level) implements Work {

  @Override
  public void run(
      ZonedDateTime due, ZonedDateTime last, String before, String after, EventSink sink)
      throws EventsNotTakenException, InterruptedException {
    Reference reference = Reference.key(level, name);
    sink.accept(
        List.of(
            new DixelEvent(
                due.toInstant().toString(), DixelEvent.Kind.DUE, reference, due.toInstant())),
        after);
  }

  @Override
  public void check() {
    // There is nothing that could be away.
  }
}
