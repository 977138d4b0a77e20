package org.lucina.deid.text;

/**
 * What was left in a text though it may identify somebody.
 *
 * @param kind as what it looks
 * @param start its first character in the cleaned text
 * @param end behind its last
 */
public record Suspicion(Kind kind, int start, int end) {

  /** As what something looks. */
  public enum Kind {
    /** A capitalised word by a title, a profession, or {@code signed by}. */
    NAME,
    /** A date that the data set does not have elsewhere. */
    DATE,
    /** Seven to fifteen digits in groups. */
    PHONE,
    /** Something with an {@code @}. */
    EMAIL,
    /** Seven digits or more. */
    NUMBER,
    /** What follows {@code MRN}, {@code Acc#}, {@code SSN} and the like. */
    RECORD,
    /** Numbers divided by points. */
    UID
  }
}
