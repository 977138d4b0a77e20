package org.lucina.archive.store;

/**
 * How an object was stored.
 *
 * @param kind what happened
 * @param sopClass its SOP class
 * @param sopInstance its SOP Instance UID
 * @param study its Study Instance UID
 * @param series its Series Instance UID
 */
public record StoreOutcome(
    Kind kind, String sopClass, String sopInstance, String study, String series) {

  /** What happened to the object. */
  public enum Kind {
    /** It is new. */
    STORED,
    /** The very same object was there already. */
    SAME,
    /** Another object was there under its UID and stays; this one was dropped by configuration. */
    KEPT_OTHER,
    /** Another object was there under its UID and was replaced by configuration. */
    REPLACED
  }
}
