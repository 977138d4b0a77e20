package org.lucina.spi.dixel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Levels of the Query/Retrieve information model, general before specific. */
class DicomLevelTest {

  @ParameterizedTest
  @CsvSource({
    "patient, PATIENT",
    "Study, STUDY",
    "SERIES, SERIES",
    "instance, INSTANCE",
    "IMAGE, INSTANCE"
  })
  void namesAreReadInAnyCase(String name, DicomLevel level) {
    assertThat(DicomLevel.parse(name)).contains(level);
  }

  @ParameterizedTest
  @CsvSource({"frame", "''", "' study'"})
  void otherNamesAreNone(String name) {
    assertThat(DicomLevel.parse(name)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"PATIENT, PATIENT", "STUDY, STUDY", "SERIES, SERIES", "INSTANCE, IMAGE"})
  void dimseCallsInstancesImages(DicomLevel level, String name) {
    assertThat(level.queryRetrieveLevel()).isEqualTo(name);
  }

  @Test
  void everyLevelIsBetweenItsNeighbours() {
    assertThat(DicomLevel.PATIENT.above()).isEmpty();
    assertThat(DicomLevel.INSTANCE.below()).isEmpty();
    for (DicomLevel level : DicomLevel.values()) {
      level.above().ifPresent(above -> assertThat(above.below()).contains(level));
      level.below().ifPresent(below -> assertThat(below.isBelow(level)).isTrue());
      assertThat(level.isBelow(level)).isFalse();
    }
    assertThat(DicomLevel.PATIENT.isBelow(DicomLevel.INSTANCE)).isFalse();
  }
}
