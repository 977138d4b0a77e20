package org.lucina.deid.text;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * What may be a date in a text.
 *
 * @param end behind it, as an index of {@link Folded}
 * @param days those that it may mean
 * @param isPlain whether it is hardly anything else; numbers divided by spaces, or six digits, are
 *     a date only when it is a known one
 */
record WrittenDate(int end, Set<LocalDate> days, boolean isPlain) {
  private static final int EARLIEST = 1850;
  private static final int LATEST = 2150;

  /** Takes the days that exist, in years that make sense. */
  static final class Days {
    private final Set<LocalDate> days = new LinkedHashSet<>();

    /** A year of two digits is one of this century or the last. */
    Days add(int year, int yearDigits, int month, int day) {
      if (yearDigits == 2) {
        add(2000 + year, month, day);
        add(1900 + year, month, day);
      } else if (yearDigits == 4) {
        add(year, month, day);
      }
      return this;
    }

    private void add(int year, int month, int day) {
      if (year >= EARLIEST && year <= LATEST && month >= 1 && month <= 12 && day >= 1) {
        try {
          days.add(LocalDate.of(year, month, day));
        } catch (DateTimeException noSuchDay) {
          return; // the thirtieth of February is no date
        }
      }
    }

    Set<LocalDate> all() {
      return days;
    }
  }
}
