package org.lucina.archive.change;

import java.time.Instant;
import org.lucina.archive.index.InstanceRecord;
import org.lucina.spi.dixel.Reference;
import org.lucina.spi.observer.DixelEvent;

/**
 * A change as the log keeps it, with or without its number.
 *
 * @param kind what happened
 * @param reference to which study, series or instance
 * @param mark storage and location of the object that it came by
 */
record LoggedChange(DixelEvent.Kind kind, Reference reference, String mark) {

  static LoggedChange ofStudy(DixelEvent.Kind kind, InstanceRecord by) {
    return new LoggedChange(kind, Reference.study(by.study()), mark(by));
  }

  static LoggedChange ofSeries(DixelEvent.Kind kind, InstanceRecord by) {
    return new LoggedChange(kind, Reference.series(by.study(), by.series()), mark(by));
  }

  static LoggedChange ofInstance(DixelEvent.Kind kind, InstanceRecord instance) {
    return new LoggedChange(
        kind,
        Reference.instance(instance.study(), instance.series(), instance.sopInstance()),
        mark(instance));
  }

  private static String mark(InstanceRecord record) {
    return record.storage() + "/" + record.location();
  }

  /** The same id whenever this is told: numbers may differ when a crash has undone the log. */
  DixelEvent event(Instant happened) {
    String id = kind + "|" + reference.identifier().orElseThrow() + "|" + mark;
    return new DixelEvent(id, kind, reference, happened);
  }
}
