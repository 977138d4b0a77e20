package org.lucina.spi.query;

/** Kinds of attribute matching (PS3.4 C.2.2.2). */
public enum Matching {
  /** No value, or {@code *} alone: the attribute comes back, and all match. */
  UNIVERSAL,
  SINGLE_VALUE,
  LIST_OF_UID,
  WILD_CARD,
  RANGE,
  /** An attribute of a sequence's items. */
  SEQUENCE
}
