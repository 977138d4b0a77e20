package org.lucina.deid.scan;

/**
 * What survived, without the value.
 *
 * @param path where in the result, such as {@code (0040,A730)[2].(0040,A160)}; {@code preamble} for
 *     the bytes before the File Meta Information
 * @param kind what it is
 * @param source the attribute of the original whose value it is
 */
public record Finding(String path, Kind kind, String source) {

  /** What survived. */
  public enum Kind {
    /** The value of an identifying attribute. */
    IDENTIFIER,
    /** A word of a person name. */
    NAME_PART,
    /** A date that is as it was. */
    DATE,
    /** A UID that the standard has not registered. */
    UID,
    /** Any of these in a private element. */
    PRIVATE,
    /** Nobody knows: a value that was not read, being too long. */
    UNSEEN
  }
}
