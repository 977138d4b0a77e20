package org.lucina.spi.server;

import java.util.List;
import org.lucina.spi.observer.DixelEvent;

/**
 * What happened in the archive, by number: written in the transaction that made the change, so that
 * nothing is missing and nothing stands here that did not happen. Thread-safe.
 */
public interface ArchiveChanges {

  /**
   * Changes after a number, in order.
   *
   * @param number 0 for all that are still kept
   * @param limit at most 10,000
   */
  List<Change> since(long number, int limit);

  /** The number of the latest change, 0 when there was none. */
  long last();

  /**
   * Calls back soon after there are new changes, on a thread that may not be blocked for long.
   * Close to stop.
   */
  AutoCloseable watch(Runnable newer);

  /**
   * A change.
   *
   * @param number greater than that of every change that was committed before it
   * @param event of the levels study, series (STABLE and DELETED, and ADDED for the first instance)
   *     and instance
   */
  record Change(long number, DixelEvent event) {}
}
