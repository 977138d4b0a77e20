package org.lucina.anonymizer.ps315.walk;

import org.lucina.deid.DateShift;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Element;
import org.lucina.dicom.VR;
import org.lucina.spi.anonymize.AnonymizerException;

/** Moves dates and times by what the mint says for the patient. */
final class Times {
  private final Patient patient;

  Times(Patient patient) {
    this.patient = patient;
  }

  static boolean isTemporal(VR vr) {
    return vr == VR.DA || vr == VR.TM || vr == VR.DT;
  }

  /**
   * Moves one.
   *
   * @return whether all of it could be moved; what is no whole date cannot
   */
  boolean move(DataSet data, Element element, VR vr) throws AnonymizerException {
    Element known = new Element(element.tag(), vr, element.value());
    if (!DateShift.fits(known)) {
      return false;
    }
    if (data.strings(element.tag()).stream().allMatch(String::isBlank)) {
      return true;
    }
    DateShift.move(data, known, patient.offset());
    return data.strings(element.tag()).stream().noneMatch(String::isBlank);
  }
}
