package org.lucina.dicom.testing;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/**
 * What a query can ask about one study of {@link SyntheticStudies}.
 *
 * @param number its number, from 0
 * @param patientId Patient ID; a patient has two studies
 * @param patientName Patient's Name, family and given name
 * @param birthDate Patient's Birth Date
 * @param date Study Date
 * @param modality Modality of its only series
 * @param accessionNumber Accession Number, unlike that of any other study of the seed
 * @param uid Study Instance UID
 */
public record SyntheticStudy(
    int number,
    String patientId,
    String patientName,
    LocalDate birthDate,
    LocalDate date,
    String modality,
    String accessionNumber,
    String uid) {

  /** Study Date as DICOM writes it. */
  public String dicomDate() {
    return dicom(date);
  }

  /** Patient's Birth Date as DICOM writes it. */
  public String dicomBirthDate() {
    return dicom(birthDate);
  }

  /** Whether the study was made between two days, both included. */
  public boolean between(LocalDate first, LocalDate last) {
    return !date.isBefore(first) && !date.isAfter(last);
  }

  /** The family name, which several patients may share. */
  public String familyName() {
    return patientName.split("\\^", 2)[0];
  }

  private static String dicom(LocalDate day) {
    return day.format(DateTimeFormatter.BASIC_ISO_DATE);
  }
}
