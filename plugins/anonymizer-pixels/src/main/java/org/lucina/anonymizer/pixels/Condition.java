package org.lucina.anonymizer.pixels;

import org.lucina.dicom.DataSet;

/** Says which objects a rule is about. */
@FunctionalInterface
interface Condition {

  /** Whether it holds for an object. */
  boolean holds(DataSet data);

  /** Holds where both do. */
  default Condition and(Condition other) {
    return data -> holds(data) && other.holds(data);
  }

  /** Holds where one does. */
  default Condition or(Condition other) {
    return data -> holds(data) || other.holds(data);
  }

  /** Holds where this does not. */
  default Condition negated() {
    return data -> !holds(data);
  }
}
