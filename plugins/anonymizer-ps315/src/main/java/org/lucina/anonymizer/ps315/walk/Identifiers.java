package org.lucina.anonymizer.ps315.walk;

import java.util.Optional;
import org.lucina.anonymizer.ps315.table.Option;
import org.lucina.deid.DateShift;
import org.lucina.dicom.Bytes;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Element;
import org.lucina.dicom.Tag;
import org.lucina.spi.anonymize.AnonymizerException;

/** Puts what the mint makes in place of who the patient is and of accession numbers. */
final class Identifiers {
  private final Patient patient;
  private final boolean birthDates;

  /**
   * With these settings. The mint's birth date is near the true one, so it is taken only where the
   * age may be known anyway.
   */
  Identifiers(Settings settings, Patient patient) {
    this.patient = patient;
    this.birthDates =
        settings.has(Option.RETAIN_PATIENT_CHARACTERISTICS)
            || settings.has(Option.RETAIN_FULL_DATES)
            || settings.has(Option.RETAIN_MODIFIED_DATES);
  }

  /** Puts it in place of an attribute for which it makes something; else false. */
  boolean put(DataSet data, Element element) throws AnonymizerException {
    return switch (element.tag()) {
      case Tag.PatientID -> id(data, element);
      case Tag.PatientName -> name(data, element);
      case Tag.PatientBirthDate -> birthDate(data, element);
      case Tag.AccessionNumber -> accessionNumber(data, element);
      default -> false;
    };
  }

  private boolean id(DataSet data, Element element) throws AnonymizerException {
    Optional<String> id = data.string(Tag.PatientID).filter(text -> !text.isBlank());
    boolean own = data.parent().isEmpty() || id.filter(patient::hasId).isPresent();
    if (!own || !patient.isNamed() || !(element.value() instanceof Bytes)) {
      return false;
    }
    data.set(Tag.PatientID, patient.identity().patientId());
    return true;
  }

  private boolean name(DataSet data, Element element) throws AnonymizerException {
    Optional<String> name = data.string(Tag.PatientName).filter(text -> !text.isBlank());
    boolean own = data.parent().isEmpty() || name.filter(patient::hasName).isPresent();
    if (!own || !patient.isNamed() || !(element.value() instanceof Bytes)) {
      return false;
    }
    data.set(Tag.PatientName, patient.identity().name());
    return true;
  }

  private boolean birthDate(DataSet data, Element element) throws AnonymizerException {
    if (!birthDates || data.parent().isPresent() || element.value().isEmpty()) {
      return false;
    }
    Optional<String> date = patient.identity().birthDate().flatMap(DateShift::written);
    date.ifPresent(text -> data.set(Tag.PatientBirthDate, text));
    return date.isPresent();
  }

  private boolean accessionNumber(DataSet data, Element element) throws AnonymizerException {
    Optional<String> number = data.string(Tag.AccessionNumber).filter(text -> !text.isBlank());
    if (number.isEmpty()) {
      return false;
    }
    Optional<String> token = patient.token("AccessionNumber", number.get());
    token.ifPresent(text -> data.set(Tag.AccessionNumber, text));
    return token.isPresent();
  }
}
