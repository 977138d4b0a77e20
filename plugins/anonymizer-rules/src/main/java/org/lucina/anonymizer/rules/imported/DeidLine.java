package org.lucina.anonymizer.rules.imported;

/**
 * A line of the header section of a deid recipe.
 *
 * @param number of the line, from 1
 * @param action that is asked for
 * @param field that it is about
 * @param value that it takes, may be empty
 */
record DeidLine(int number, DeidAction action, String field, String value) {

  /** As messages call it. */
  String title() {
    return action + " " + field;
  }
}
