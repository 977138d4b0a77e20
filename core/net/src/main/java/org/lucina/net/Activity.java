package org.lucina.net;

/** Whether an association is between requests or within one, so that closing can wait for it. */
final class Activity {
  private boolean busy;
  private boolean closing;

  /** A request has come; false when it must not be performed any more. */
  synchronized boolean begin() {
    busy = !closing;
    return busy;
  }

  /** The request is over; false when it was the last. */
  synchronized boolean end() {
    busy = false;
    return !closing;
  }

  /** Lets no further request begin; tells whether none is in progress. */
  synchronized boolean close() {
    closing = true;
    return !busy;
  }
}
