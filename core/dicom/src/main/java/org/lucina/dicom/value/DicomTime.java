package org.lucina.dicom.value;

import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/**
 * A TM value (PS3.5 6.2): the time span, to the microsecond, that it may stand for.
 *
 * @param first its first microsecond
 * @param last its last microsecond
 */
public record DicomTime(LocalTime first, LocalTime last) {
  private static final DateTimeFormatter FULL =
      DateTimeFormatter.ofPattern("HHmmss.SSSSSS", Locale.ROOT);
  private static final int FRACTION_DIGITS = 6;

  /** The last microsecond of a day. */
  static final LocalTime END_OF_DAY = LocalTime.of(23, 59, 59, 999_999_000);

  /**
   * Reads {@code HH}, {@code HHMM}, {@code HHMMSS} and {@code HHMMSS.F} to {@code .FFFFFF}, and the
   * ACR-NEMA form with colons. Second 60, a leap second, is taken for the end of second 59.
   */
  public static Optional<DicomTime> parse(String text) {
    return fields(withoutColons(text));
  }

  private static String withoutColons(String text) {
    boolean colons = text.length() >= 5 && text.charAt(2) == ':';
    return colons && (text.length() == 5 || text.charAt(5) == ':') ? text.replace(":", "") : text;
  }

  private static Optional<DicomTime> fields(String text) {
    int point = text.indexOf('.');
    int whole = point < 0 ? text.length() : point;
    if (whole != 2 && whole != 4 && whole != 6 || !Digits.all(text, 0, whole)) {
      return Optional.empty();
    }
    int hour = Digits.number(text, 0, 2);
    int minute = whole > 2 ? Digits.number(text, 2, 4) : 0;
    int second = whole > 4 ? Digits.number(text, 4, 6) : 0;
    if (hour > 23 || minute > 59 || second > 60) {
      return Optional.empty();
    }
    if (second == 60) {
      LocalTime leap = LocalTime.of(hour, minute, 59, 999_999_000);
      return Optional.of(new DicomTime(leap, leap));
    }
    LocalTime first = LocalTime.of(hour, minute, second);
    if (point < 0) {
      return Optional.of(new DicomTime(first, endOf(first, whole)));
    }
    return whole == 6 ? fraction(first, text.substring(point + 1)) : Optional.empty();
  }

  private static LocalTime endOf(LocalTime first, int digits) {
    LocalTime end = first.withNano(999_999_000);
    return switch (digits) {
      case 2 -> end.withMinute(59).withSecond(59);
      case 4 -> end.withSecond(59);
      default -> end;
    };
  }

  private static Optional<DicomTime> fraction(LocalTime second, String digits) {
    int length = digits.length();
    if (length > FRACTION_DIGITS || !Digits.all(digits, 0, length)) {
      return Optional.empty();
    }
    int unit = 1000;
    for (int i = length; i < FRACTION_DIGITS; i++) {
      unit *= 10;
    }
    int nanos = Digits.number(digits, 0, length) * unit;
    return Optional.of(new DicomTime(second.withNano(nanos), second.withNano(nanos + unit - 1000)));
  }

  /** Whether it is one microsecond. */
  public boolean isComplete() {
    return first.equals(last);
  }

  /** A time as {@code HHMMSS.FFFFFF}, in which order of text is order of time. */
  public static String format(LocalTime time) {
    return time.format(FULL);
  }
}
