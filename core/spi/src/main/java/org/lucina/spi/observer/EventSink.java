package org.lucina.spi.observer;

import java.util.List;

/** Takes what an observer tells. An observation calls it on one thread at a time. */
public interface EventSink {
  /** The most events that are given at once. */
  int MOST = 1_000;

  /**
   * Takes events for good, and remembers the position that was reached with them: when this returns
   * both survive a crash of the server. It waits while too many events are in work already.
   *
   * @param events in the order in which they happened; none to remember a position alone
   * @param position from which the observation can go on after these; at most 4,000 characters
   * @throws EventsNotTakenException when they were not taken: tell them again later
   * @throws InterruptedException when the observation ends meanwhile; the events were not taken
   */
  void accept(List<DixelEvent> events, String position)
      throws EventsNotTakenException, InterruptedException;

  /**
   * Tells administrators that the source cannot be observed for now. The next {@link #accept} ends
   * that.
   *
   * @param problem without values of a patient
   */
  void troubled(String problem);
}
