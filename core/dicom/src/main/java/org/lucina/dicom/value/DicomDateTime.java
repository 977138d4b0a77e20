package org.lucina.dicom.value;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * A DT value (PS3.5 6.2): the span of time, to the microsecond, that it may stand for.
 *
 * @param first its first microsecond
 * @param last its last microsecond
 * @param offset its offset from UTC, when it has one
 */
public record DicomDateTime(LocalDateTime first, LocalDateTime last, Optional<ZoneOffset> offset) {
  private static final int DATE_LENGTH = 8;
  private static final int OFFSET_LENGTH = 5;

  /** Reads {@code YYYYMMDDHHMMSS.FFFFFF&ZZXX}, of which all but the year may be left out. */
  public static Optional<DicomDateTime> parse(String text) {
    int sign = text.length() - OFFSET_LENGTH;
    if (sign >= 4 && (text.charAt(sign) == '+' || text.charAt(sign) == '-')) {
      Optional<ZoneOffset> offset = parseOffset(text.substring(sign));
      return offset.isEmpty() ? Optional.empty() : parse(text.substring(0, sign), offset);
    }
    return parse(text, Optional.empty());
  }

  /** Reads {@code &ZZXX}, as in (0008,0201) Timezone Offset From UTC: -1200 to +1400. */
  public static Optional<ZoneOffset> parseOffset(String text) {
    if (text.length() != OFFSET_LENGTH || !Digits.all(text, 1, OFFSET_LENGTH)) {
      return Optional.empty();
    }
    int minutes = Digits.number(text, 3, 5);
    int total = Digits.number(text, 1, 3) * 60 + minutes;
    boolean west = text.charAt(0) == '-';
    if (minutes > 59 || total > (west ? 12 : 14) * 60 || !west && text.charAt(0) != '+') {
      return Optional.empty();
    }
    return Optional.of(ZoneOffset.ofTotalSeconds((west ? -total : total) * 60));
  }

  private static Optional<DicomDateTime> parse(String text, Optional<ZoneOffset> offset) {
    String datePart = text.substring(0, Math.min(DATE_LENGTH, text.length()));
    if (datePart.indexOf('.') >= 0) {
      return Optional.empty();
    }
    Optional<DicomDate> date = DicomDate.parse(datePart);
    if (text.length() <= DATE_LENGTH) {
      return date.map(
          day ->
              new DicomDateTime(
                  day.first().atStartOfDay(), day.last().atTime(DicomTime.END_OF_DAY), offset));
    }
    Optional<DicomTime> time = DicomTime.parse(text.substring(DATE_LENGTH));
    return date.flatMap(
        day ->
            time.map(
                hour ->
                    new DicomDateTime(
                        day.first().atTime(hour.first()), day.last().atTime(hour.last()), offset)));
  }

  /** Its first microsecond as a point in time; without an offset of its own the other is taken. */
  public Instant firstInstant(ZoneOffset otherwise) {
    return first.toInstant(offset.orElse(otherwise));
  }

  /** Its last microsecond as a point in time; without an offset of its own the other is taken. */
  public Instant lastInstant(ZoneOffset otherwise) {
    return last.toInstant(offset.orElse(otherwise));
  }
}
