package org.lucina.spi.anonymize;

/** An instance cannot be anonymized; the message is for administrators. */
public class AnonymizerException extends Exception {
  private static final long serialVersionUID = 1L;

  /** Why, as far as callers must know. */
  public enum Reason {
    /** Somebody must look at it: it may show what no rule covers, such as burned-in text. */
    REVIEW,
    /** It is not what this anonymizer takes, or broken: trying again does not help. */
    REFUSED,
    /** Something it needs, such as a mint, is away: trying again may help. */
    UNAVAILABLE
  }

  private final Reason reason;

  /** Describes the fault, without values of a patient. */
  public AnonymizerException(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  /** Describes the fault and its cause. */
  public AnonymizerException(Reason reason, String message, Throwable cause) {
    super(message, cause);
    this.reason = reason;
  }

  /** Why. */
  public Reason reason() {
    return reason;
  }
}
