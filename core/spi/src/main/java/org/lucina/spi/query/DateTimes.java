package org.lucina.spi.query;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.lucina.dicom.value.DicomDateTime;

/** Tells ranges of date-times from date-times with a negative offset from UTC. */
final class DateTimes {
  private DateTimes() {}

  static boolean isRange(String value) {
    return value.indexOf('-') >= 0 && DicomDateTime.parse(value).isEmpty();
  }

  /** For values without an offset of their own. */
  static ZoneOffset local() {
    return ZoneId.systemDefault().getRules().getOffset(Instant.now());
  }
}
