package org.lucina.spi.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A key names an attribute, and its VR decides how its value matches (PS3.4 C.2.2.2). */
class QueryKeyTest {

  @ParameterizedTest
  @CsvSource({
    "PatientName, '', UNIVERSAL",
    "RequestAttributesSequence.ScheduledProcedureStepID, '', UNIVERSAL",
    "Modality, C?, WILD_CARD",
    "RetrieveAETitle, A*, WILD_CARD",
    "StudyID, *1, WILD_CARD",
    "SOPInstanceUID, 1.2*, SINGLE_VALUE",
    "PatientName, DOE-SMITH, SINGLE_VALUE",
    "StudyDate, -20260101, RANGE",
    "StudyDate, 20260101-20260131, RANGE",
    "StudyTime, 10-, RANGE",
    "StudyTime, 1015, SINGLE_VALUE",
    "AcquisitionDateTime, 2026-, RANGE",
    "AcquisitionDateTime, 202601011010+0100, SINGLE_VALUE",
    "AcquisitionDateTime, 202601011010-0500-202601011110-0500, RANGE"
  })
  void theVrDecidesHowAValueMatches(String attribute, String value, Matching matching) {
    assertThat(QueryKey.of(attribute, value).matching()).isEqualTo(matching);
  }

  @Test
  void aNegativeOffsetIsNoRange() {
    assertThat(QueryKey.of("AcquisitionDateTime", "20260101101010.5-0330").matching())
        .isEqualTo(Matching.SINGLE_VALUE);
  }

  @ParameterizedTest
  @CsvSource({"PatientID", "00100020", "'0010,0020'", "'(0010,0020)'"})
  void anAttributeIsNamedByKeywordOrNumber(String attribute) {
    QueryKey key = QueryKey.of(attribute, "1");
    assertThat(key.path()).containsExactly(0x00100020);
    assertThat(key.attribute()).isEqualTo("PatientID");
  }

  @Test
  void pointsLeadIntoSequences() {
    QueryKey key = QueryKey.of("00400275.ScheduledProcedureStepID", "1");
    assertThat(key.path()).containsExactly(0x00400275, 0x00400009);
    assertThat(key.tag()).isEqualTo(0x00400009);
    assertThat(key.attribute()).isEqualTo("RequestAttributesSequence.ScheduledProcedureStepID");
  }

  @Test
  void anAttributeWithoutKeywordIsShownByItsNumber() {
    assertThat(QueryKey.of("00091001", "").attribute()).isEqualTo("00091001");
  }

  @ParameterizedTest
  @CsvSource({
    "Colour, 'Colour' is no attribute of DICOM",
    "RequestAttributesSequence.Colour, 'Colour' is no attribute of DICOM",
    "RequestAttributesSequence., '' is no attribute of DICOM",
    "'', '' is no attribute of DICOM",
    "PatientID.StudyDate, 'PatientID' is no sequence",
    "RequestAttributesSequence, 'RequestAttributesSequence' is a sequence"
  })
  void whatIsNoAttributeIsNamed(String attribute, String fault) {
    assertThatThrownBy(() -> QueryKey.of(attribute, "1"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(fault);
  }

  @Test
  void aKeyWithoutAttributeIsRefused() {
    assertThatThrownBy(() -> new QueryKey(List.of(), "1"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a key names an attribute");
  }
}
