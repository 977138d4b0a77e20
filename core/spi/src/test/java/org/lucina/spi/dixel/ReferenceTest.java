package org.lucina.spi.dixel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lucina.dicom.DataSet;

/** References name dixels, and show no patient. */
class ReferenceTest {
  private final DataSet tags =
      new DataSet()
          .set(0x00100020, " P1 ")
          .set(0x0020000D, "1.1")
          .set(0x0020000E, "1.2")
          .set(0x00080018, "1.3");

  @ParameterizedTest
  @CsvSource({"PATIENT, P1", "STUDY, 1.1", "SERIES, 1.2", "INSTANCE, 1.3"})
  void aDataSetTellsWhatItIsAPartOf(DicomLevel level, String identifier) {
    Reference reference = Reference.of(level, tags).orElseThrow();
    assertThat(reference.level()).isEqualTo(level);
    assertThat(reference.identifier()).contains(identifier);
    assertThat(reference.patientId()).contains("P1");
    assertThat(reference.studyUid().isPresent()).isEqualTo(level.isBelow(DicomLevel.PATIENT));
    assertThat(reference.seriesUid().isPresent()).isEqualTo(level.isBelow(DicomLevel.STUDY));
    assertThat(reference.instanceUid().isPresent()).isEqualTo(level == DicomLevel.INSTANCE);
  }

  @ParameterizedTest
  @CsvSource({"PATIENT", "STUDY", "SERIES", "INSTANCE"})
  void anInstanceTellsEveryLevelAbove(DicomLevel level) {
    Reference instance = Reference.of(DicomLevel.INSTANCE, tags).orElseThrow();
    assertThat(instance.at(level)).isEqualTo(Reference.of(level, tags));
  }

  @Test
  void nothingIsToldOfLevelsBelowOrUnknown() {
    assertThat(Reference.study("1.1").at(DicomLevel.SERIES)).isEmpty();
    assertThat(Reference.study("1.1").at(DicomLevel.PATIENT)).isEmpty();
    assertThat(Reference.key(DicomLevel.INSTANCE, "a/b").at(DicomLevel.STUDY)).isEmpty();
  }

  @Test
  void aKeyIsOfItsOwnLevelOnly() {
    Reference named = Reference.series("1.1", "1.2").withKey("42");
    assertThat(named.key()).contains("42");
    assertThat(named.at(DicomLevel.SERIES)).contains(named);
    assertThat(named.at(DicomLevel.STUDY)).contains(Reference.study("1.1"));
  }

  @Test
  void theTextHasNoIdentifierOfAPatient() {
    assertThat(Reference.of(DicomLevel.INSTANCE, tags).orElseThrow())
        .hasToString("study 1.1 series 1.2 instance 1.3");
    assertThat(Reference.patient("P1")).hasToString("patient");
    assertThat(Reference.key(DicomLevel.INSTANCE, "P1/1.dcm")).hasToString("instance");
  }

  @ParameterizedTest
  @CsvSource({"''", "' '"})
  void whatNamesNothingIsRefused(String blank) {
    assertRefused(() -> Reference.patient(blank), "PATIENT");
    assertRefused(() -> Reference.study(blank), "STUDY");
    assertRefused(() -> Reference.series("1.1", blank), "SERIES");
    assertRefused(() -> Reference.instance("1.1", "1.2", blank), "INSTANCE");
    assertRefused(() -> Reference.key(DicomLevel.STUDY, blank), "STUDY");
  }

  @Test
  void blankIdentifiersOfLevelsAboveAreNone() {
    assertThat(Reference.series(" ", "1.2").studyUid()).isEqualTo(Optional.empty());
  }

  @Test
  void aDataSetWithoutTheIdentifierIsNoPart() {
    assertThat(Reference.of(DicomLevel.STUDY, new DataSet().set(0x0020000E, "1.2"))).isEmpty();
    assertThat(Reference.of(DicomLevel.PATIENT, new DataSet().set(0x00100020, " "))).isEmpty();
  }

  private static void assertRefused(ThrowingCallable making, String level) {
    assertThatThrownBy(making)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a reference to a " + level + " has no identifier of it");
  }
}
