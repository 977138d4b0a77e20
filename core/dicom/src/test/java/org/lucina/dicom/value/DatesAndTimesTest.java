package org.lucina.dicom.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatesAndTimesTest {

  @ParameterizedTest(name = "DA {0} is {1} to {2}")
  @CsvSource({
    "19930822, 1993-08-22, 1993-08-22",
    "1993.08.22, 1993-08-22, 1993-08-22",
    "200002, 2000-02-01, 2000-02-29",
    "2000, 2000-01-01, 2000-12-31"
  })
  void datesAreRead(String text, LocalDate first, LocalDate last) {
    assertThat(DicomDate.parse(text)).contains(new DicomDate(first, last));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "19930230",
        "19931301",
        "1993-08-22",
        "930822",
        "1993.8.22",
        "abcdefgh",
        "+1993082"
      })
  void whatIsNoDateIsEmpty(String text) {
    assertThat(DicomDate.parse(text)).isEmpty();
  }

  @ParameterizedTest(name = "TM {0} is {1} to {2}")
  @CsvSource({
    "10, 10:00:00, 10:59:59.999999",
    "1020, 10:20:00, 10:20:59.999999",
    "102030, 10:20:30, 10:20:30.999999",
    "102030.5, 10:20:30.5, 10:20:30.599999",
    "102030.123456, 10:20:30.123456, 10:20:30.123456",
    "10:20:30, 10:20:30, 10:20:30.999999",
    "10:20:30.25, 10:20:30.25, 10:20:30.259999",
    "10:20, 10:20:00, 10:20:59.999999",
    "235960, 23:59:59.999999, 23:59:59.999999"
  })
  void timesAreRead(String text, LocalTime first, LocalTime last) {
    assertThat(DicomTime.parse(text)).contains(new DicomTime(first, last));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "1",
        "24",
        "1060",
        "102061",
        "102030.",
        "102030.1234567",
        "1020.5",
        "10.20",
        "10:2"
      })
  void whatIsNoTimeIsEmpty(String text) {
    assertThat(DicomTime.parse(text)).isEmpty();
  }

  @ParameterizedTest(name = "DT {0} is {1} to {2}")
  @CsvSource({
    "2020, 2020-01-01T00:00:00Z, 2020-12-31T23:59:59.999999Z",
    "202002, 2020-02-01T00:00:00Z, 2020-02-29T23:59:59.999999Z",
    "20200102, 2020-01-02T00:00:00Z, 2020-01-02T23:59:59.999999Z",
    "2020010210, 2020-01-02T10:00:00Z, 2020-01-02T10:59:59.999999Z",
    "20200102103000.5+0100, 2020-01-02T09:30:00.5Z, 2020-01-02T09:30:00.599999Z",
    "2020-0500, 2020-01-01T05:00:00Z, 2021-01-01T04:59:59.999999Z"
  })
  void dateTimesAreRead(String text, Instant first, Instant last) {
    DicomDateTime value = DicomDateTime.parse(text).orElseThrow();

    assertThat(value.firstInstant(ZoneOffset.UTC)).isEqualTo(first);
    assertThat(value.lastInstant(ZoneOffset.UTC)).isEqualTo(last);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "202", "20200102+1500", "20200102-1230", "20200102+0160", "2020.1.2"})
  void whatIsNoDateTimeIsEmpty(String text) {
    assertThat(DicomDateTime.parse(text)).isEmpty();
  }

  @Test
  void datesAndTimesAreWrittenSoThatTextSortsByTime() {
    assertThat(DicomDate.format(LocalDate.of(987, 1, 2))).isEqualTo("09870102");
    assertThat(DicomTime.format(LocalTime.of(1, 2, 3, 4000))).isEqualTo("010203.000004");
    assertThat(DicomTime.format(LocalTime.of(1, 2))).isEqualTo("010200.000000");
  }

  @Test
  void completeMeansAsExactAsTheVrAllows() {
    assertThat(DicomDate.parse("20200102").orElseThrow().isComplete()).isTrue();
    assertThat(DicomDate.parse("2020").orElseThrow().isComplete()).isFalse();
    assertThat(DicomTime.parse("102030.123456").orElseThrow().isComplete()).isTrue();
    assertThat(DicomTime.parse("102030").orElseThrow().isComplete()).isFalse();
    assertThat(DicomDateTime.parse("2020").orElseThrow().first())
        .isEqualTo(LocalDateTime.of(2020, 1, 1, 0, 0));
  }
}
