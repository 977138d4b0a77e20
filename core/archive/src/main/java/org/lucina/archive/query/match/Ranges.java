package org.lucina.archive.query.match;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lucina.dicom.value.DateRange;
import org.lucina.dicom.value.TimeRange;

/**
 * Range matching of dates and times (PS3.4 C.2.2.2.5) on columns that keep them as text.
 *
 * <p>Text of DA and TM without delimiters is in order of time, also where the seconds or minutes
 * are left out, if zeros are left out at the end of lower bounds.
 */
final class Ranges {
  private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("uuuuMMdd");
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HHmmss.SSSSSS");

  private Ranges() {}

  static Condition date(String column, DateRange range) {
    if (range.from().isPresent() && range.from().equals(range.to())) {
      return Condition.of(column + " = ?", format(range.from().get()));
    }
    List<Condition> bounds = new ArrayList<>();
    range.from().ifPresent(day -> bounds.add(Condition.of(column + " >= ?", format(day))));
    range.to().ifPresent(day -> bounds.add(Condition.of(column + " <= ?", format(day))));
    return Condition.all(bounds);
  }

  /** A range of dates on a column that begins with the date. */
  static Condition prefix(String column, DateRange range) {
    List<Condition> bounds = new ArrayList<>();
    range.from().ifPresent(day -> bounds.add(Condition.of(column + " >= ?", format(day))));
    range.to().ifPresent(day -> bounds.add(Condition.of(column + " <= ?", format(day) + "~")));
    return Condition.all(bounds);
  }

  static Condition time(String column, TimeRange range) {
    List<Condition> bounds = new ArrayList<>();
    range.from().ifPresent(time -> bounds.add(Condition.of(column + " >= ?", lower(time))));
    range.to().ifPresent(time -> bounds.add(Condition.of(column + " <= ?", upper(time))));
    return Condition.all(bounds);
  }

  /**
   * A date and a time column in one span (PS3.4 C.2.2.2.5.4); an unknown time is any time of its
   * day.
   */
  static Condition dateTime(
      String dateColumn, String timeColumn, DateRange dates, TimeRange times) {
    List<Condition> bounds = new ArrayList<>();
    dates
        .from()
        .ifPresent(
            day ->
                bounds.add(
                    bound(dateColumn, timeColumn, ">", day, times.from().map(Ranges::lower))));
    dates
        .to()
        .ifPresent(
            day ->
                bounds.add(bound(dateColumn, timeColumn, "<", day, times.to().map(Ranges::upper))));
    return Condition.all(bounds);
  }

  private static Condition bound(
      String dateColumn, String timeColumn, String beyond, LocalDate day, Optional<String> time) {
    String date = format(day);
    if (time.isEmpty()) {
      return Condition.of(dateColumn + " " + beyond + "= ?", date);
    }
    return Condition.of(
        "(%1$s %3$s ? OR (%1$s = ? AND (%2$s IS NULL OR %2$s %3$s= ?)))"
            .formatted(dateColumn, timeColumn, beyond),
        date,
        date,
        time.get());
  }

  private static String format(LocalDate day) {
    return DATE.format(day);
  }

  /** Minutes, seconds and fractions that a value may leave out are left out when they are zero. */
  private static String lower(LocalTime time) {
    if (time.getNano() > 0) {
      return TIME.format(time).replaceFirst("0+$", "");
    }
    int digits = time.getSecond() > 0 ? 6 : time.getMinute() > 0 ? 4 : 2;
    return TIME.format(time).substring(0, digits);
  }

  private static String upper(LocalTime time) {
    return TIME.format(time);
  }
}
