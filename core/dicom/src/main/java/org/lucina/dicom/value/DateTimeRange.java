package org.lucina.dicom.value;

import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * The span of time that a DT key, or a DA and a TM key together, match (PS3.4 C.2.2.2.5.3 and
 * C.2.2.2.5.4), both ends included to their last microsecond.
 *
 * @param from the first point in time, empty when open
 * @param to the last point in time, empty when open
 */
public record DateTimeRange(Optional<LocalDateTime> from, Optional<LocalDateTime> to) {

  /**
   * Reads a DT key, be it one value or a range.
   *
   * @param local the offset in which the answer is given, and that of values without one. A hyphen
   *     is part of an offset when a range would be empty or invalid otherwise.
   */
  public static Optional<DateTimeRange> parse(String key, ZoneOffset local) {
    return Spans.parse(key, DicomDateTime::parse)
        .map(
            span ->
                new DateTimeRange(
                    span.from().map(first -> shift(first.first(), first.offset(), local)),
                    span.to().map(last -> shift(last.last(), last.offset(), local))))
        .filter(DateTimeRange::isOrdered)
        .or(
            () ->
                DicomDateTime.parse(key)
                    .map(
                        value ->
                            new DateTimeRange(
                                Optional.of(shift(value.first(), value.offset(), local)),
                                Optional.of(shift(value.last(), value.offset(), local)))));
  }

  /**
   * A date and a time range as one span, from the first time of the first day to the last time of
   * the last day (PS3.4 C.2.2.2.5.4, combined date-time matching).
   */
  public static DateTimeRange combine(DateRange dates, TimeRange times) {
    LocalTime first = times.from().orElse(LocalTime.MIN);
    LocalTime last = times.to().orElse(DicomTime.END_OF_DAY);
    return new DateTimeRange(
        dates.from().map(day -> day.atTime(first)), dates.to().map(day -> day.atTime(last)));
  }

  /** Whether a point in time is in it. */
  public boolean contains(LocalDateTime time) {
    return from.map(first -> !time.isBefore(first)).orElse(true)
        && to.map(last -> !time.isAfter(last)).orElse(true);
  }

  private boolean isOrdered() {
    return from.isEmpty() || to.isEmpty() || !from.get().isAfter(to.get());
  }

  private static LocalDateTime shift(
      LocalDateTime time, Optional<ZoneOffset> offset, ZoneOffset local) {
    return offset
        .map(own -> time.atOffset(own).withOffsetSameInstant(local).toLocalDateTime())
        .orElse(time);
  }
}
