package org.lucina.deid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Tag;
import org.lucina.dicom.VR;

/** Dates move with their times, and keep their precision. */
class DateShiftTest {
  private static final Duration HALF_A_DAY = Duration.ofHours(12).plusSeconds(1);

  @Test
  void aDateMovesToTheDayToWhichItsTimeMoves() {
    DataSet data = new DataSet().set(Tag.StudyDate, "20240228").set(Tag.StudyTime, "130000.25");

    move(data, Tag.StudyDate, HALF_A_DAY);
    move(data, Tag.StudyTime, HALF_A_DAY);

    assertThat(data.string(Tag.StudyDate)).hasValue("20240229");
    assertThat(data.string(Tag.StudyTime)).hasValue("010001.25");
  }

  @Test
  void aDateTimeKeepsItsFractionAndZone() {
    DataSet data = new DataSet().set(Tag.AcquisitionDateTime, "20240228130000.5+0100");

    move(data, Tag.AcquisitionDateTime, HALF_A_DAY);

    assertThat(data.string(Tag.AcquisitionDateTime)).hasValue("20240229010001.5+0100");
  }

  @Test
  void whatIsNoWholeDateIsEmptied() {
    DataSet data = new DataSet().set(Tag.StudyDate, VR.DA, "2024").set(Tag.SeriesDate, "19990101");

    move(data, Tag.StudyDate, Duration.ofDays(1));
    move(data, Tag.SeriesDate, Duration.ofDays(-1));

    assertThat(data.string(Tag.StudyDate)).isEmpty();
    assertThat(data.string(Tag.SeriesDate)).hasValue("19981231");
  }

  @Test
  void whatWouldGetIntoAYearWithoutFourDigitsIsEmptied() {
    DataSet data =
        new DataSet()
            .set(Tag.StudyDate, "99991231")
            .set(Tag.SeriesDate, "00010101")
            .set(Tag.AcquisitionDateTime, "99991231")
            .set(Tag.ContentDate, "99991230");

    move(data, Tag.StudyDate, Duration.ofDays(1));
    move(data, Tag.SeriesDate, Duration.ofDays(-1));
    move(data, Tag.AcquisitionDateTime, Duration.ofDays(1));
    move(data, Tag.ContentDate, Duration.ofDays(1));

    assertThat(data.string(Tag.StudyDate)).isEmpty();
    assertThat(data.string(Tag.SeriesDate)).isEmpty();
    assertThat(data.string(Tag.AcquisitionDateTime)).isEmpty();
    assertThat(data.string(Tag.ContentDate)).hasValue("99991231");
  }

  @Test
  void whatIsNoTimeIsRefused() {
    DataSet data = new DataSet().set(Tag.PatientID, "1");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> move(data, Tag.PatientID, Duration.ZERO))
        .withMessageContaining("LO");
  }

  private static void move(DataSet data, int tag, Duration offset) {
    DateShift.move(data, data.get(tag).orElseThrow(), offset);
  }
}
