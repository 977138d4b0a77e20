package org.lucina.anonymizer.ps315.table;

import java.util.Arrays;
import java.util.Optional;

/** Options of the profile (PS3.15 E.3), with their codes (PS3.16 CID 7050). */
public enum Option {
  CLEAN_PIXEL_DATA("clean-pixel-data", "113101", "Clean Pixel Data Option"),
  CLEAN_GRAPHICS("clean-graphics", "113103", "Clean Graphics Option"),
  CLEAN_STRUCTURED_CONTENT("clean-structured-content", "113104", "Clean Structured Content Option"),
  CLEAN_DESCRIPTORS("clean-descriptors", "113105", "Clean Descriptors Option"),
  RETAIN_FULL_DATES(
      "retain-full-dates", "113106", "Retain Longitudinal Temporal Information Full Dates Option"),
  RETAIN_MODIFIED_DATES(
      "retain-modified-dates",
      "113107",
      "Retain Longitudinal Temporal Information Modified Dates Option"),
  RETAIN_PATIENT_CHARACTERISTICS(
      "retain-patient-characteristics", "113108", "Retain Patient Characteristics Option"),
  RETAIN_DEVICE_IDENTITY("retain-device-identity", "113109", "Retain Device Identity Option"),
  RETAIN_UIDS("retain-uids", "113110", "Retain UIDs Option"),
  RETAIN_SAFE_PRIVATE("retain-safe-private", "113111", "Retain Safe Private Option"),
  RETAIN_INSTITUTION_IDENTITY(
      "retain-institution-identity", "113112", "Retain Institution Identity Option");

  private final String key;
  private final String code;
  private final String meaning;

  Option(String key, String code, String meaning) {
    this.key = key;
    this.code = code;
    this.meaning = meaning;
  }

  /** Its name in the table and, but for those of dates, as a property. */
  public String key() {
    return key;
  }

  /** Code Value (0008,0100), of coding scheme DCM. */
  public String code() {
    return code;
  }

  /** Code Meaning (0008,0104). */
  public String meaning() {
    return meaning;
  }

  static Optional<Option> of(String key) {
    return Arrays.stream(values()).filter(option -> option.key.equals(key)).findFirst();
  }
}
