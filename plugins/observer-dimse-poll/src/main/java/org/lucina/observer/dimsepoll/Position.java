package org.lucina.observer.dimsepoll;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.UUID;
import org.lucina.spi.observer.ObserverException;

/**
 * How far an observation is.
 *
 * @param time the moment up to which was asked
 * @param number counts the positions of the observation
 * @param observation sets what it was told apart from what others were
 */
record Position(Instant time, long number, String observation) {

  /** That of a new observation. */
  static Position begin(Instant time) {
    return new Position(time, 0, UUID.randomUUID().toString());
  }

  /** Reads one. */
  static Position parse(String text) throws ObserverException {
    String[] parts = text.split(" ");
    try {
      if (parts.length == 3) {
        return new Position(Instant.parse(parts[0]), Long.parseLong(parts[1]), parts[2]);
      }
    } catch (DateTimeException | NumberFormatException e) {
      throw new ObserverException("'" + text + "' is no position of a poll", e);
    }
    throw new ObserverException("'" + text + "' is no position of a poll");
  }

  /** The next one, up to a moment. */
  Position next(Instant reached) {
    return new Position(reached, number + 1, observation);
  }

  @Override
  public String toString() {
    return time + " " + number + " " + observation;
  }
}
