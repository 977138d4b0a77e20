package org.lucina.anonymizer.ps315.walk;

import org.lucina.dicom.DataSet;
import org.lucina.dicom.Element;
import org.lucina.spi.anonymize.AnonymizerException;

/** Looks at the items of a sequence. */
@FunctionalInterface
interface Items {

  /**
   * Changes them.
   *
   * @param path of the sequence in its data set
   * @param cleaned whether they are content that is cleaned item by item
   */
  void apply(DataSet data, Element element, Place place, String path, boolean cleaned)
      throws AnonymizerException;
}
