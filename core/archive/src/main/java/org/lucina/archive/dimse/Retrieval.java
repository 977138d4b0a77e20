package org.lucina.archive.dimse;

import java.io.IOException;
import java.time.Duration;
import org.lucina.archive.access.ObjectTally;
import org.lucina.archive.index.InstanceRecord;
import org.lucina.net.Exchange;
import org.lucina.net.Status;

/** One C-MOVE or C-GET in progress: counts, answers, and ends when the peer cancels. */
final class Retrieval {
  /**
   * Between pending responses, whose rate PS3.4 C.4.2.2 leaves to the SCP; the first is at once.
   */
  private static final Duration INTERVAL = Duration.ofMillis(100);

  private final Exchange exchange;
  private final SubOperations subOperations;
  private final ObjectTally tally;
  private boolean answered;
  private long lastAnswer;
  private boolean cancelled;
  private IOException lost;

  Retrieval(Exchange exchange, SubOperations subOperations, ObjectTally tally) {
    this.exchange = exchange;
    this.subOperations = subOperations;
    this.tally = tally;
  }

  /** Whether more is to be sent: the peer has not cancelled and can be answered. */
  boolean goesOn() {
    try {
      cancelled = cancelled || lost == null && exchange.isCancelled();
    } catch (IOException e) {
      lost = e;
    }
    return !isOver();
  }

  /**
   * Counts an object and, now and then, answers.
   *
   * @param status that of its C-STORE, or a failure of our own
   * @return whether more is to be sent
   */
  boolean ended(InstanceRecord object, int status) {
    subOperations.ended(object.sopInstance(), status);
    if (status == Status.SUCCESS || SubOperations.isWarning(status)) {
      tally.add(object.study(), object.sopInstance());
    } else {
      tally.fail();
    }
    if (lost == null && exchange.association().isOpen()) {
      try {
        answer();
      } catch (IOException e) {
        lost = e;
      }
    }
    return goesOn();
  }

  private void answer() throws IOException {
    long now = System.nanoTime();
    if (!answered || now - lastAnswer >= INTERVAL.toNanos()) {
      answered = true;
      lastAnswer = now;
      subOperations.pending();
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
