package org.lucina.archive.job;

import java.time.Duration;
import java.util.List;
import org.lucina.spi.endpoint.EndpointException;

/**
 * Tries again what may succeed later.
 *
 * @param pauses before each attempt but the first
 */
record Patience(List<Duration> pauses) {
  /** That of jobs. */
  static final Patience USUAL =
      new Patience(List.of(Duration.ofSeconds(2), Duration.ofSeconds(10), Duration.ofSeconds(30)));

  /** What may fail. */
  @FunctionalInterface
  interface Attempt<T> {
    T make() throws EndpointException;
  }

  <T> T attempt(Stop stop, Attempt<T> attempt) throws EndpointException, InterruptedException {
    for (Duration pause : pauses) {
      try {
        return attempt.make();
      } catch (EndpointException e) {
        if (!e.isTransient() || stop.isWished()) {
          throw e;
        }
      }
      stop.pause(pause);
    }
    return attempt.make();
  }
}
