package org.lucina.spi.endpoint;

import org.lucina.dicom.DicomFormatException;
import org.lucina.spi.dixel.Dixel;

/** An endpoint did not do what it was asked for; the message is for administrators. */
public class EndpointException extends Exception {
  private static final long serialVersionUID = 1L;

  /** Why, as far as callers must know. */
  public enum Reason {
    /** It cannot do this at all, or not with these terms. */
    UNSUPPORTED,
    /** There is no such dixel. */
    NOT_FOUND,
    /** What was given is wrong, or the other side refuses it: trying again does not help. */
    REFUSED,
    /** The other side is away or busy: trying again may help. */
    UNAVAILABLE,
    /** Something broke; trying again may help. */
    FAILED
  }

  private final Reason reason;

  /** Describes the fault, without values of a patient. */
  public EndpointException(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  /** Describes the fault and its cause. */
  public EndpointException(Reason reason, String message, Throwable cause) {
    super(message, cause);
    this.reason = reason;
  }

  /**
   * A dixel that was given cannot be read. Only what the reader of DICOM says is passed on: names
   * of files, which others tell, may be made of a patient's values.
   */
  public static EndpointException unreadable(Dixel dixel, Exception cause) {
    String why =
        cause instanceof DicomFormatException ? cause.getMessage() : cause.getClass().getName();
    return new EndpointException(Reason.FAILED, dixel + " cannot be read: " + why, cause);
  }

  /** Why. */
  public Reason reason() {
    return reason;
  }

  /** Whether the same call may succeed later. */
  public boolean isTransient() {
    return reason == Reason.UNAVAILABLE || reason == Reason.FAILED;
  }
}
