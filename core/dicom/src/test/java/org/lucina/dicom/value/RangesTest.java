package org.lucina.dicom.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RangesTest {
  private static final ZoneOffset BERLIN = ZoneOffset.ofHours(1);

  @ParameterizedTest(name = "DA {0} is {1} to {2}")
  @CsvSource({
    "20200102, 2020-01-02, 2020-01-02",
    "20200102-20200203, 2020-01-02, 2020-02-03",
    "20200102 - 20200203, 2020-01-02, 2020-02-03",
    "20200102-, 2020-01-02,",
    "-20200203, , 2020-02-03",
    "2020-, 2020-01-01,",
    "-2021, , 2021-12-31",
    "2020-2021, 2020-01-01, 2021-12-31",
    "1993.08.22-1993.08.23, 1993-08-22, 1993-08-23"
  })
  void dateRangesAreRead(String key, LocalDate from, LocalDate to) {
    assertThat(DateRange.parse(key))
        .contains(new DateRange(Optional.ofNullable(from), Optional.ofNullable(to)));
  }

  @ParameterizedTest(name = "TM {0} is {1} to {2}")
  @CsvSource({
    "10, 10:00:00, 10:59:59.999999",
    "10-1130, 10:00:00, 11:30:59.999999",
    "10:00:00-, 10:00:00,",
    "-235959.999999, , 23:59:59.999999"
  })
  void timeRangesAreRead(String key, LocalTime from, LocalTime to) {
    assertThat(TimeRange.parse(key))
        .contains(new TimeRange(Optional.ofNullable(from), Optional.ofNullable(to)));
  }

  @ParameterizedTest(name = "DT {0} is {1} to {2}")
  @CsvSource({
    "20200102, 2020-01-02T00:00:00, 2020-01-02T23:59:59.999999",
    "2020-2021, 2020-01-01T00:00:00, 2021-12-31T23:59:59.999999",
    "20200102-0500, 2020-01-02T06:00:00, 2020-01-03T05:59:59.999999",
    "20200102-0500-, 2020-01-02T06:00:00,",
    "-20200102-0500, , 2020-01-03T05:59:59.999999",
    "20200102-0500-20200103-0500, 2020-01-02T06:00:00, 2020-01-04T05:59:59.999999",
    "20200102+0000-20200103, 2020-01-02T01:00:00, 2020-01-03T23:59:59.999999"
  })
  void dateTimeRangesKeepHyphensOfOffsetsApart(String key, LocalDateTime from, LocalDateTime to) {
    assertThat(DateTimeRange.parse(key, BERLIN))
        .contains(new DateTimeRange(Optional.ofNullable(from), Optional.ofNullable(to)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-", "--", "x-y", "20200102-x", "20200102-20200103-20200104"})
  void whatIsNoRangeIsEmpty(String key) {
    assertThat(DateRange.parse(key)).isEmpty();
    assertThat(TimeRange.parse(key)).isEmpty();
    assertThat(DateTimeRange.parse(key, BERLIN)).isEmpty();
  }

  @Test
  void bothEndsAreIncluded() {
    DateRange dates = DateRange.parse("20200102-20200104").orElseThrow();
    assertThat(dates.contains(LocalDate.of(2020, 1, 2))).isTrue();
    assertThat(dates.contains(LocalDate.of(2020, 1, 4))).isTrue();
    assertThat(dates.contains(LocalDate.of(2020, 1, 1))).isFalse();
    assertThat(dates.contains(LocalDate.of(2020, 1, 5))).isFalse();
    TimeRange times = TimeRange.parse("10-11").orElseThrow();
    assertThat(times.contains(LocalTime.of(11, 59))).isTrue();
    assertThat(times.contains(LocalTime.of(12, 0))).isFalse();
  }

  @Test
  void aDateAndATimeRangeTogetherAreOneSpan() {
    DateTimeRange span =
        DateTimeRange.combine(
            DateRange.parse("20060705-20060707").orElseThrow(),
            TimeRange.parse("1000-1800").orElseThrow());

    assertThat(span.contains(LocalDateTime.of(2006, 7, 5, 10, 0))).isTrue();
    assertThat(span.contains(LocalDateTime.of(2006, 7, 6, 3, 0))).isTrue();
    assertThat(span.contains(LocalDateTime.of(2006, 7, 7, 18, 0, 59))).isTrue();
    assertThat(span.contains(LocalDateTime.of(2006, 7, 5, 9, 59))).isFalse();
    assertThat(span.contains(LocalDateTime.of(2006, 7, 7, 18, 1))).isFalse();
  }
}
