package org.lucina.dicom.value;

import java.time.LocalDate;
import java.util.Optional;

/**
 * The days that a DA key matches (PS3.4 C.2.2.2.5.1): {@code A}, {@code A-}, {@code -B} or {@code
 * A-B}, both ends included.
 *
 * @param from the first day, empty when open
 * @param to the last day, empty when open
 */
public record DateRange(Optional<LocalDate> from, Optional<LocalDate> to) {

  /** Reads a key, be it one date or a range; incomplete dates stand for all their days. */
  public static Optional<DateRange> parse(String key) {
    return Spans.parse(key, DicomDate::parse)
        .map(
            span ->
                new DateRange(span.from().map(DicomDate::first), span.to().map(DicomDate::last)));
  }

  /** Whether a day is in it. */
  public boolean contains(LocalDate date) {
    return from.map(first -> !date.isBefore(first)).orElse(true)
        && to.map(last -> !date.isAfter(last)).orElse(true);
  }
}
