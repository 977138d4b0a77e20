package org.lucina.deid;

import java.util.Arrays;
import java.util.Optional;

/** Methods of de-identification (PS3.16 CID 7050), of coding scheme DCM. */
public enum MethodCode {
  PROFILE("113100", "Basic Application Confidentiality Profile"),
  CLEAN_PIXEL_DATA("113101", "Clean Pixel Data Option"),
  CLEAN_RECOGNIZABLE_VISUAL_FEATURES("113102", "Clean Recognizable Visual Features Option"),
  CLEAN_GRAPHICS("113103", "Clean Graphics Option"),
  CLEAN_STRUCTURED_CONTENT("113104", "Clean Structured Content Option"),
  CLEAN_DESCRIPTORS("113105", "Clean Descriptors Option"),
  RETAIN_FULL_DATES("113106", "Retain Longitudinal Temporal Information Full Dates Option"),
  RETAIN_MODIFIED_DATES("113107", "Retain Longitudinal Temporal Information Modified Dates Option"),
  RETAIN_PATIENT_CHARACTERISTICS("113108", "Retain Patient Characteristics Option"),
  RETAIN_DEVICE_IDENTITY("113109", "Retain Device Identity Option"),
  RETAIN_UIDS("113110", "Retain UIDs Option"),
  RETAIN_SAFE_PRIVATE("113111", "Retain Safe Private Option"),
  RETAIN_INSTITUTION_IDENTITY("113112", "Retain Institution Identity Option");

  private final String value;
  private final String meaning;

  MethodCode(String value, String meaning) {
    this.value = value;
    this.meaning = meaning;
  }

  /** Code Value (0008,0100). */
  public String value() {
    return value;
  }

  /** Code Meaning (0008,0104). */
  public String meaning() {
    return meaning;
  }

  /** That of a Code Value. */
  public static Optional<MethodCode> of(String value) {
    return Arrays.stream(values()).filter(code -> code.value.equals(value)).findFirst();
  }
}
