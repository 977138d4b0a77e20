package org.lucina.spi.mint;

/** A mint did not make what it was asked for; the message is for administrators. */
public class MintException extends Exception {
  private static final long serialVersionUID = 1L;

  /** Describes the fault, without values of a patient. */
  public MintException(String message) {
    super(message);
  }

  /** Describes the fault and its cause. */
  public MintException(String message, Throwable cause) {
    super(message, cause);
  }
}
