package org.lucina.spi.observer;

/** Events were not taken now; telling them again later may help. */
public class EventsNotTakenException extends Exception {
  private static final long serialVersionUID = 1L;

  /** Describes the fault and its cause. */
  public EventsNotTakenException(String message, Throwable cause) {
    super(message, cause);
  }
}
