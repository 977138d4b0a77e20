package org.lucina.dicom.value;

import java.time.LocalTime;
import java.util.Optional;

/**
 * The times of day that a TM key matches (PS3.4 C.2.2.2.5.2): {@code A}, {@code A-}, {@code -B} or
 * {@code A-B}, both ends included to their last microsecond.
 *
 * @param from the first time, empty when open
 * @param to the last time, empty when open
 */
public record TimeRange(Optional<LocalTime> from, Optional<LocalTime> to) {

  /** Reads a key, be it one time or a range; {@code 10} stands for the hour from 10 to 11. */
  public static Optional<TimeRange> parse(String key) {
    return Spans.parse(key, DicomTime::parse)
        .map(
            span ->
                new TimeRange(span.from().map(DicomTime::first), span.to().map(DicomTime::last)));
  }

  /** Whether a time is in it. */
  public boolean contains(LocalTime time) {
    return from.map(first -> !time.isBefore(first)).orElse(true)
        && to.map(last -> !time.isAfter(last)).orElse(true);
  }
}
