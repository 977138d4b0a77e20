package org.lucina.anonymizer.rules;

import org.lucina.deid.Originals;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Element;
import org.lucina.spi.anonymize.AnonymizerException;
import org.lucina.spi.mint.MintException;

/** What a rule does to an attribute. */
interface Action {

  /** Does it, in the data set that has the element. */
  void apply(DataSet data, Element element, Originals originals)
      throws AnonymizerException, MintException;

  /** Whether it leaves the attribute as it is. */
  default boolean keeps() {
    return false;
  }

  /**
   * Whether what no rule is about is treated in the items of a sequence as it is in the instance;
   * else it is kept there.
   */
  default boolean entersItems() {
    return false;
  }

  /** Whether it is also done where the attribute is not, to an empty one. */
  default boolean inserts() {
    return false;
  }

  /** Whether it can be done to a sequence. */
  default boolean takesSequences() {
    return false;
  }

  /** Whether it asks a mint. */
  default boolean needsMint() {
    return false;
  }

  /** Whether dates are moved by it. */
  default boolean movesTime() {
    return false;
  }
}
