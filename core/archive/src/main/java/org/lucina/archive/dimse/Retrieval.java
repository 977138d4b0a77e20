package org.lucina.archive.dimse;

import java.io.IOException;
import java.util.function.IntSupplier;
import org.lucina.archive.access.ObjectTally;
import org.lucina.archive.index.InstanceRecord;
import org.lucina.net.Exchange;
import org.lucina.net.Status;

/** One C-MOVE or C-GET in progress: counts, answers, and ends when the peer cancels. */
final class Retrieval {
  private final Exchange exchange;
  private final SubOperations subOperations;
  private final ObjectTally tally;
  private boolean cancelled;
  private IOException lost;

  Retrieval(Exchange exchange, SubOperations subOperations, ObjectTally tally) {
    this.exchange = exchange;
    this.subOperations = subOperations;
    this.tally = tally;
  }

  /**
   * Sends one object and answers.
   *
   * @param send sends it and gives the status
   * @return whether to go on
   */
  boolean next(InstanceRecord object, IntSupplier send) {
    try {
      if (cancelled || exchange.isCancelled()) {
        cancelled = true;
        return false;
      }
      int status = send.getAsInt();
      subOperations.ended(object.sopInstance(), status);
      if (status == Status.SUCCESS || SubOperations.isWarning(status)) {
        tally.add(object.study(), object.sopInstance());
      } else {
        tally.fail();
      }
      if (exchange.association().isOpen()) {
        subOperations.pending();
      }
      return true;
    } catch (IOException e) {
      lost = e;
      return false;
    }
  }

  /** Whether nothing more is to be sent. */
  boolean isOver() {
    return cancelled || lost != null;
  }

  /** Sends the final response. */
  void finish() throws IOException {
    if (lost != null) {
      throw lost;
    }
    if (cancelled) {
      subOperations.cancelled();
    } else {
      subOperations.finished();
    }
  }
}
