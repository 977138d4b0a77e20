package org.lucina.archive.pipeline.step;

/** A step did not do what it should; the message is for administrators. */
public final class StepException extends Exception {
  private static final long serialVersionUID = 1L;

  /** What is to be done about it. */
  public enum Remedy {
    /** Trying again may help. */
    RETRY,
    /** Nothing but somebody's looking at it. */
    NONE,
    /** Nothing is wrong: the dixel is gone, and so the event ends. */
    DROP
  }

  private final Remedy remedy;

  /** Describes the fault, without values of a patient, and its cause. */
  public StepException(Remedy remedy, String message, Throwable cause) {
    super(message, cause);
    this.remedy = remedy;
  }

  /** A fault that stays. */
  public static StepException permanent(String message) {
    return new StepException(Remedy.NONE, message, null);
  }

  /** What is to be done about it. */
  public Remedy remedy() {
    return remedy;
  }
}
