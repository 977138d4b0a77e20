package org.lucina.observer.schedule;

import java.time.ZonedDateTime;
import org.lucina.spi.observer.EventSink;
import org.lucina.spi.observer.EventsNotTakenException;
import org.lucina.spi.observer.ObserverException;

/** What a run tells. */
interface Work {

  /**
   * Tells it.
   *
   * @param due when the run was due
   * @param last when the last run was
   * @param before position until all is told
   * @param after position from then on
   */
  void run(ZonedDateTime due, ZonedDateTime last, String before, String after, EventSink sink)
      throws ObserverException, EventsNotTakenException, InterruptedException;

  /** Whether it can be done now. */
  void check() throws ObserverException;
}
