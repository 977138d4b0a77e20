package org.lucina.anonymizer.ps315.table;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.lucina.deid.MethodCode;

/** Options of the profile (PS3.15 E.3), with their codes. */
public enum Option {
  CLEAN_PIXEL_DATA(MethodCode.CLEAN_PIXEL_DATA),
  CLEAN_GRAPHICS(MethodCode.CLEAN_GRAPHICS),
  CLEAN_STRUCTURED_CONTENT(MethodCode.CLEAN_STRUCTURED_CONTENT),
  CLEAN_DESCRIPTORS(MethodCode.CLEAN_DESCRIPTORS),
  RETAIN_FULL_DATES(MethodCode.RETAIN_FULL_DATES),
  RETAIN_MODIFIED_DATES(MethodCode.RETAIN_MODIFIED_DATES),
  RETAIN_PATIENT_CHARACTERISTICS(MethodCode.RETAIN_PATIENT_CHARACTERISTICS),
  RETAIN_DEVICE_IDENTITY(MethodCode.RETAIN_DEVICE_IDENTITY),
  RETAIN_UIDS(MethodCode.RETAIN_UIDS),
  RETAIN_SAFE_PRIVATE(MethodCode.RETAIN_SAFE_PRIVATE),
  RETAIN_INSTITUTION_IDENTITY(MethodCode.RETAIN_INSTITUTION_IDENTITY);

  private final MethodCode code;
  private final String key;

  Option(MethodCode code) {
    this.code = code;
    this.key = name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Its name in the table and, but for those of dates, as a property. */
  public String key() {
    return key;
  }

  /** What an object says of it. */
  public MethodCode code() {
    return code;
  }

  static Optional<Option> of(String key) {
    return Arrays.stream(values()).filter(option -> option.key.equals(key)).findFirst();
  }
}
