package org.lucina.observer.dimsepoll;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lucina.dicom.value.DicomDate;

/**
 * A part of a span of time, within one day, as study date and time are matched: each by itself.
 *
 * @param date key of Study Date
 * @param time key of Study Time, empty for the whole day
 * @param end the moment up to which it reaches
 */
record TimeWindow(String date, Optional<String> time, Instant end) {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HHmmss");

  /** Cuts a span at midnight. */
  static List<TimeWindow> cut(Instant from, Instant to, ZoneId zone, boolean times) {
    LocalDateTime first = LocalDateTime.ofInstant(from, zone);
    LocalDateTime last = LocalDateTime.ofInstant(to, zone);
    List<TimeWindow> windows = new ArrayList<>();
    LocalDate day = first.toLocalDate();
    while (!day.isAfter(last.toLocalDate())) {
      boolean begins = day.equals(first.toLocalDate());
      boolean ends = day.equals(last.toLocalDate());
      Optional<String> time =
          times ? time(begins, first.toLocalTime(), ends, last.toLocalTime()) : Optional.empty();
      Instant end = ends ? to : day.plusDays(1).atStartOfDay(zone).toInstant();
      windows.add(new TimeWindow(DicomDate.format(day), time, end));
      day = day.plusDays(1);
    }
    return windows;
  }

  private static Optional<String> time(
      boolean begins, LocalTime first, boolean ends, LocalTime last) {
    if (!begins && !ends) {
      return Optional.empty();
    }
    if (begins && ends && last.isBefore(first)) {
      // The clock was put back meanwhile: all of the day is asked for.
      return Optional.empty();
    }
    return Optional.of((begins ? first.format(TIME) : "") + "-" + (ends ? last.format(TIME) : ""));
  }
}
