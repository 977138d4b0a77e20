package org.lucina.archive.job;

/** A job is refused, in words without patient data. */
public class JobException extends Exception {
  private static final long serialVersionUID = 1L;

  private final Reason reason;

  /** Why, as far as callers must know. */
  public enum Reason {
    /** Its definition is wrong. */
    MALFORMED,
    /** There is no such job. */
    NOT_FOUND,
    /** It cannot be done to it as it is now. */
    CONFLICT
  }

  /** Refuses. */
  public JobException(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  /** Refuses because of something else. */
  public JobException(Reason reason, String message, Throwable cause) {
    super(message, cause);
    this.reason = reason;
  }

  /** Why. */
  public Reason reason() {
    return reason;
  }

  static JobException malformed(String message) {
    return new JobException(Reason.MALFORMED, message);
  }
}
