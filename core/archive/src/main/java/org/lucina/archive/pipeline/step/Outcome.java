package org.lucina.archive.pipeline.step;

import org.lucina.spi.endpoint.EndpointException;
import org.lucina.spi.observer.DixelEvent;

/** What a step makes of an event. */
public sealed interface Outcome {

  /** The next step takes it. */
  record GoOn() implements Outcome {}

  /**
   * It ends here.
   *
   * @param reason why, without values of a patient
   */
  record Dropped(String reason) implements Outcome {}

  /** It waits, and its dixel goes on later by itself. */
  record Parked() implements Outcome {}

  /**
   * Others go on in its place.
   *
   * @param parts tells them
   */
  record Replaced(Parts parts) implements Outcome {}

  /** Tells events. */
  @FunctionalInterface
  interface Parts {
    /** Gives each to a sink. */
    void each(Sink sink) throws EndpointException;
  }

  /** Takes events; returns false to stop. */
  @FunctionalInterface
  interface Sink {
    /** Takes one. */
    boolean accept(DixelEvent event) throws EndpointException;
  }

  /** The next step takes it. */
  static Outcome goOn() {
    return new GoOn();
  }
}
