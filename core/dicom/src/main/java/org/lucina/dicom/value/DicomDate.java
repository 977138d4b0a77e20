package org.lucina.dicom.value;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * A DA value (PS3.5 6.2): the days it may stand for, one unless it is a year or a month only.
 *
 * @param first the first day
 * @param last the last day
 */
public record DicomDate(LocalDate first, LocalDate last) {

  /**
   * Reads {@code YYYYMMDD}, the ACR-NEMA form {@code YYYY.MM.DD}, and the incomplete {@code YYYYMM}
   * and {@code YYYY} that some send.
   */
  public static Optional<DicomDate> parse(String text) {
    String digits =
        text.length() == 10 && text.charAt(4) == '.' && text.charAt(7) == '.'
            ? text.substring(0, 4) + text.substring(5, 7) + text.substring(8)
            : text;
    int length = digits.length();
    if (length != 4 && length != 6 && length != 8 || !Digits.all(digits, 0, length)) {
      return Optional.empty();
    }
    try {
      return Optional.of(of(digits));
    } catch (DateTimeException noSuchDay) {
      return Optional.empty();
    }
  }

  private static DicomDate of(String digits) {
    int year = Digits.number(digits, 0, 4);
    if (digits.length() == 4) {
      return new DicomDate(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31));
    }
    YearMonth month = YearMonth.of(year, Digits.number(digits, 4, 6));
    if (digits.length() == 6) {
      return new DicomDate(month.atDay(1), month.atEndOfMonth());
    }
    LocalDate day = month.atDay(Digits.number(digits, 6, 8));
    return new DicomDate(day, day);
  }

  /** Whether it is one day. */
  public boolean isComplete() {
    return first.equals(last);
  }

  /** A day as {@code YYYYMMDD}. */
  public static String format(LocalDate date) {
    return date.format(DateTimeFormatter.BASIC_ISO_DATE);
  }
}
