package org.lucina.endpoint.splunk;

import java.time.Duration;
import org.lucina.spi.endpoint.EndpointException;
import org.lucina.spi.endpoint.EndpointException.Reason;

/** Waits between questions, and no longer than allowed. */
final class Polling {
  private final long end;
  private final Duration pause;

  Polling(Duration patience, Duration pause) {
    this.end = System.nanoTime() + patience.toNanos();
    this.pause = pause;
  }

  /**
   * Waits a little.
   *
   * @param fault what is said when it has taken too long
   */
  void pause(String fault) throws EndpointException {
    if (System.nanoTime() - end > 0) {
      throw new EndpointException(Reason.UNAVAILABLE, fault);
    }
    try {
      Thread.sleep(pause.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new EndpointException(Reason.FAILED, "waiting for Splunk was interrupted", e);
    }
  }
}
