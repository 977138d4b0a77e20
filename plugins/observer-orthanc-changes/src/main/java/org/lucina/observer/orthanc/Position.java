package org.lucina.observer.orthanc;

import org.lucina.spi.observer.ObserverException;

/**
 * Up to where changes were told.
 *
 * @param number of the change that was told last, 0 for none
 * @param signature of that change, empty when only its number is known
 */
record Position(long number, String signature) {
  static final Position START = new Position(0, "");

  static Position of(Change change) {
    return new Position(change.number(), change.signature());
  }

  static Position parse(String text) throws ObserverException {
    int bar = text.indexOf('|');
    try {
      return bar < 0
          ? new Position(Long.parseLong(text), "")
          : new Position(Long.parseLong(text.substring(0, bar)), text);
    } catch (NumberFormatException e) {
      throw new ObserverException("position '" + text + "' is none among changes of Orthanc", e);
    }
  }

  /** Whether a change is not the one that had its number when it was told. */
  boolean contradicts(Change change) {
    return change.number() == number
        && !signature.isEmpty()
        && !signature.equals(change.signature());
  }

  @Override
  public String toString() {
    return signature.isEmpty() ? Long.toString(number) : signature;
  }
}
