package org.lucina.spi.observer;

/** An observer cannot see what it is to observe; the message is for administrators. */
public class ObserverException extends Exception {
  private static final long serialVersionUID = 1L;

  /** Describes the fault, without values of a patient. */
  public ObserverException(String message) {
    super(message);
  }

  /** Describes the fault and its cause. */
  public ObserverException(String message, Throwable cause) {
    super(message, cause);
  }
}
