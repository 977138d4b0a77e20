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
   * @param number 0 for all that ever were
   * @param limit at most 10,000
   * @throws ChangesMissingException when not all of them are kept any more
   */
  List<Change> since(long number, int limit) throws ChangesMissingException;

  /** The number of the latest change, 0 when there was none. Later ones have greater numbers. */
  long last();

  /**
   * Calls back soon after there are new changes, on a thread that may not be blocked for long.
   * Close to stop.
   */
  AutoCloseable watch(Runnable newer);

  /**
   * A change.
   *
   * @param number greater than that of every change that was committed before it; numbers may be
   *     left out
   * @param event of the levels study, series (STABLE and DELETED, and ADDED for the first instance)
   *     and instance. STABLE comes when there was no new instance for a minute.
   */
  record Change(long number, DixelEvent event) {}
}
