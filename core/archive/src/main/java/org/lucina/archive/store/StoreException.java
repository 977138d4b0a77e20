package org.lucina.archive.store;

import java.util.Optional;

/** An object that is refused, with the reason for every protocol. */
public class StoreException extends Exception {
  private static final long serialVersionUID = 1L;

  /**
   * Why, with the status of C-STORE (PS3.4 B.2.3) that is also the Failure Reason of STOW-RS
   * (PS3.18 I.2.2), and the HTTP status when nothing else was asked.
   */
  public enum Reason {
    MALFORMED(0xC000, 400),
    UID_MISSING(0xC001, 400),
    UID_INVALID(0xC002, 400),
    UID_MISMATCH(0xA900, 409),
    STUDY_MISMATCH(0xC409, 409),
    SOP_CLASS_UNKNOWN(0x0122, 409),
    DUPLICATE(0x0111, 409),
    STORAGE_FULL(0xA700, 507),
    UNAVAILABLE(0xA700, 503),
    FAILED(0x0110, 500);

    private final int dimseStatus;
    private final int httpStatus;

    Reason(int dimseStatus, int httpStatus) {
      this.dimseStatus = dimseStatus;
      this.httpStatus = httpStatus;
    }

    /** The status of C-STORE and Failure Reason. */
    public int dimseStatus() {
      return dimseStatus;
    }

    /** The HTTP status when the request was for this object alone. */
    public int httpStatus() {
      return httpStatus;
    }
  }

  private final Reason reason;
  private final String sopClass;
  private final String sopInstance;

  /** Refuses for a reason, in words without patient data. */
  public StoreException(Reason reason, String message, Throwable cause) {
    this(reason, message, cause, "", "");
  }

  private StoreException(
      Reason reason, String message, Throwable cause, String sopClass, String sopInstance) {
    super(message, cause);
    this.reason = reason;
    this.sopClass = sopClass;
    this.sopInstance = sopInstance;
  }

  /** Refuses for a reason, in words without patient data. */
  public StoreException(Reason reason, String message) {
    this(reason, message, null);
  }

  /** Why. */
  public Reason reason() {
    return reason;
  }

  /** The same refusal of an object that is known by now; empty text stands for unknown. */
  public StoreException about(String sopClassUid, String sopInstanceUid) {
    StoreException named =
        new StoreException(reason, getMessage(), getCause(), sopClassUid, sopInstanceUid);
    named.setStackTrace(getStackTrace());
    return named;
  }

  /** SOP Class UID of the refused object, where it could be read. */
  public Optional<String> sopClass() {
    return Optional.of(sopClass).filter(uid -> !uid.isEmpty());
  }

  /** SOP Instance UID of the refused object, where it could be read. */
  public Optional<String> sopInstance() {
    return Optional.of(sopInstance).filter(uid -> !uid.isEmpty());
  }
}
