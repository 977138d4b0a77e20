package org.lucina.spi.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.VR;
import org.lucina.spi.dixel.DicomLevel;

/** A query matches data sets as the archive matches its own (PS3.4 C.2.2.2). */
class QueryMatchingTest {
  private static final int REQUESTS = 0x00400275;
  private static final int STEP_ID = 0x00400009;
  private static final int PROCEDURE_ID = 0x00401001;

  private final DataSet object =
      new DataSet()
          .set(0x00080005, "ISO_IR 192")
          .set(0x00080008, "ORIGINAL", "PRIMARY")
          .set(0x00080018, "1.2.3")
          .set(0x00080020, "20260115")
          .set(0x00080030, "101530.5")
          .set(0x0008002A, "20260115101530-0500")
          .set(0x00081030, "CT.HEAD")
          .set(0x00100010, "Yamada^Tarou=山田^太郎=やまだ^たろう")
          .set(0x00200013, "5")
          .set(0x00280010, VR.US, 512)
          .set(0x00180050, "2.50")
          .set(
              REQUESTS,
              List.of(
                  new DataSet().set(STEP_ID, "S1").set(PROCEDURE_ID, "P1"),
                  new DataSet().set(STEP_ID, "S2").set(PROCEDURE_ID, "P2")));

  @ParameterizedTest
  @CsvSource({
    "CT.HEAD, true",
    "'CT.HEAD ', true",
    "CT*, true",
    "*HEAD, true",
    "CT?HEAD, true",
    "C**D, true",
    "CT.HEAD*, true",
    "CT.HEAD?, false",
    "CTxHEAD, false",
    "ct*, false",
    "CT, false"
  })
  void wildCardsStandForCharacters(String value, boolean expected) {
    assertMatch("StudyDescription", value, expected);
  }

  @ParameterizedTest
  @CsvSource({
    "yamada^tarou, true",
    "YAMADA^TAROU^^, true",
    "yamada*, true",
    "yamada, false",
    "山田^太郎, true",
    "やまだ*, true",
    "Yamada^Tarou=山田^太郎, true",
    "=山田*, true",
    "==やまだ*, true",
    "=Yamada*, false",
    "Yamada*=鈴木*, false"
  })
  void namesMatchInAnyCaseAndByGroup(String value, boolean expected) {
    assertMatch("PatientName", value, expected);
  }

  @ParameterizedTest
  @CsvSource({
    "StudyDate, 20260115, true",
    "StudyDate, 20260115-, true",
    "StudyDate, -20260115, true",
    "StudyDate, 20260101-20260131, true",
    "StudyDate, 20260116-, false",
    "StudyDate, -20260114, false",
    "StudyTime, 101530.5, true",
    "StudyTime, 1015, true",
    "StudyTime, 10-11, true",
    "StudyTime, -1015, true",
    "StudyTime, 1016-, false",
    "AcquisitionDateTime, 20260115101530-0500, true",
    "AcquisitionDateTime, 20260115151530+0000, true",
    "AcquisitionDateTime, 20260115101530+0000, false",
    "AcquisitionDateTime, 20260115150000+0000-20260115160000+0000, true",
    "AcquisitionDateTime, 20260115100000-0500-20260115110000-0500, true",
    "AcquisitionDateTime, 20260115160000+0000-, false",
    "AcquisitionDateTime, -20260115160000+0000, true"
  })
  void rangesIncludeTheirEndsAndMayBeOpen(String attribute, String value, boolean expected) {
    assertMatch(attribute, value, expected);
  }

  @ParameterizedTest
  @CsvSource({"1.2.3, true", "1.2\\1.2.3, true", "1.2\\1.3, false", "1.2.*, false"})
  void oneUidOfAListIsEnough(String value, boolean expected) {
    assertMatch("SOPInstanceUID", value, expected);
  }

  @ParameterizedTest
  @CsvSource({
    "InstanceNumber, 5, true",
    "InstanceNumber, 5.0, true",
    "InstanceNumber, ' 05', true",
    "InstanceNumber, 6, false",
    "SliceThickness, 2.5, true",
    "SliceThickness, 25e-1, true",
    "Rows, 512, true",
    "Rows, 511, false"
  })
  void numbersMatchByWhatTheyAre(String attribute, String value, boolean expected) {
    assertMatch(attribute, value, expected);
  }

  @Test
  void largeNumbersAreTheSameToTheLastDigit() {
    DataSet large = new DataSet().set(0x0008040D, VR.UV, "9007199254740993");
    assertThat(query("FileLengthInContainer", "9007199254740993").matches(large)).isTrue();
    assertThat(query("FileLengthInContainer", "9007199254740992").matches(large)).isFalse();
  }

  @ParameterizedTest
  @CsvSource({"PRIMARY, true", "ORIG*, true", "AXIAL, false"})
  void oneOfSeveralValuesIsEnough(String value, boolean expected) {
    assertMatch("ImageType", value, expected);
  }

  @ParameterizedTest
  @CsvSource({"S1, P1, true", "S2, P?, true", "S1, P2, false", "S3, P1, false", "'', P2, true"})
  void keysOfASequenceMatchInTheSameItem(String step, String procedure, boolean expected) {
    Query query =
        Query.of(DicomLevel.SERIES)
            .key("RequestAttributesSequence.ScheduledProcedureStepID", step)
            .key("RequestAttributesSequence.RequestedProcedureID", procedure)
            .build();
    assertThat(query.matches(object)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "AccessionNumber, A1, false",
    "AccessionNumber, A*, false",
    "SeriesDate, 20260101-, false",
    "ReferencedStudySequence.ReferencedSOPInstanceUID, 1, false",
    "AccessionNumber, '', true",
    "AccessionNumber, *, true",
    "ReferencedStudySequence, '', true",
    "ReferencedStudySequence.ReferencedSOPInstanceUID, '', true"
  })
  void onlyUniversalKeysMatchAbsentAttributes(String attribute, String value, boolean expected) {
    assertMatch(attribute, value, expected);
  }

  @ParameterizedTest
  @CsvSource({
    "StudyDate, yesterday",
    "StudyDate, 20261301",
    "StudyDate, 20260101-soon",
    "StudyTime, 2515",
    "AcquisitionDateTime, now",
    "InstanceNumber, five",
    "InstanceNumber, 5d",
    "InstanceNumber, NaN"
  })
  void aMalformedKeyIsRefusedWithoutItsValue(String attribute, String value) {
    assertThatThrownBy(() -> query(attribute, value))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("the value of '" + attribute + "' is no ")
        .hasMessageNotContaining(value);
  }

  @Test
  void timesWithoutOffsetAreThoseOfTheObjectsZone() {
    DataSet local = new DataSet().set(0x00080201, "+0900").set(0x0008002A, "20260115101530");
    assertThat(query("AcquisitionDateTime", "20260115011530+0000").matches(local)).isTrue();
    assertThat(query("AcquisitionDateTime", "20260115101530").matches(local)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"CT\\MR, true", "MR\\PT, false"})
  void oneOfSeveralKeysIsEnough(String value, boolean expected) {
    assertThat(query("Modality", value).matches(new DataSet().set(0x00080060, "CT")))
        .isEqualTo(expected);
  }

  @Test
  void twoQuotesAskForAttributesWithoutValue() {
    Query empty = query("AccessionNumber", KeyValues.EMPTY);
    assertThat(empty.matches(object)).isTrue();
    assertThat(empty.matches(new DataSet().set(0x00080050, "A1"))).isFalse();
  }

  @Test
  void aMalformedValueIsMatchedByNothing() {
    DataSet odd = new DataSet().set(0x00080020, "soon").set(0x00200013, "five");
    assertThat(query("StudyDate", "19000101-").matches(odd)).isFalse();
    assertThat(query("InstanceNumber", "5").matches(odd)).isFalse();
  }

  private void assertMatch(String attribute, String value, boolean expected) {
    assertThat(query(attribute, value).matches(object)).isEqualTo(expected);
  }

  private static Query query(String attribute, String value) {
    return Query.of(DicomLevel.INSTANCE).key(attribute, value).build();
  }
}
