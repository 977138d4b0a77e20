package org.lucina.spi.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.lucina.dicom.DataSet;
import org.lucina.spi.dixel.DicomLevel;

class QueryTest {
  private static final int PATIENT_NAME = 0x00100010;
  private static final int REQUEST_ATTRIBUTES = 0x00400275;
  private static final int STEP_ID = 0x00400009;

  @Test
  void becomesAnIdentifier() {
    Query query =
        Query.of(DicomLevel.SERIES)
            .key("RequestAttributesSequence.ScheduledProcedureStepID", "S")
            .key("RequestAttributesSequence.RequestedProcedureID", "")
            .key("StudyInstanceUID", "1.2\\1.3")
            .include(0x00080060)
            .build();

    DataSet identifier = query.identifier();
    assertThat(identifier.strings(0x0020000D)).containsExactly("1.2", "1.3");
    assertThat(identifier.get(0x00080060).orElseThrow().isEmpty()).isTrue();
    assertThat(identifier.items(REQUEST_ATTRIBUTES))
        .singleElement()
        .satisfies(
            item -> {
              assertThat(item.string(STEP_ID)).contains("S");
              assertThat(item.contains(0x00401001)).isTrue();
            });
  }

  @Test
  void aKeyReplacesOneOnTheSameAttribute() {
    Query query =
        Query.of(DicomLevel.STUDY)
            .key("Modality", "CT")
            .key("PatientID", "1")
            .key("00080060", "MR")
            .build();
    assertThat(query.keys())
        .containsExactly(QueryKey.of("Modality", "MR"), QueryKey.of("PatientID", "1"));
  }

  @Test
  void anEmptyKeyOnASequenceLeavesTheKeysInItsItem() {
    DataSet identifier =
        Query.of(DicomLevel.SERIES)
            .key("RequestAttributesSequence.ScheduledProcedureStepID", "S")
            .key("RequestAttributesSequence", "")
            .include(REQUEST_ATTRIBUTES)
            .build()
            .identifier();
    assertThat(identifier.items(REQUEST_ATTRIBUTES))
        .singleElement()
        .satisfies(item -> assertThat(item.string(STEP_ID)).contains("S"));
  }

  @Test
  void anIdentifierKeepsCharactersOfAnyLanguage() {
    Query query =
        Query.of(DicomLevel.SERIES)
            .key("PatientName", "Müller=山田")
            .key("RequestAttributesSequence.ScheduledProcedureStepDescription", "Schädel")
            .build();
    DataSet identifier = query.identifier();
    assertThat(identifier.string(PATIENT_NAME)).contains("Müller=山田");
    assertThat(identifier.items(REQUEST_ATTRIBUTES).get(0).string(0x00400007)).contains("Schädel");
    assertThat(query.matches(identifier)).isTrue();
  }

  @Test
  void anIdentifierOfAsciiNamesNoCharacterSet() {
    assertThat(Query.of(DicomLevel.STUDY).key("PatientName", "A*").build().identifier()).hasSize(1);
  }

  @Test
  void aLimitIsReplacedAndTheRestIsKept() {
    Query query = Query.of(DicomLevel.STUDY).key("Modality", "CT").offset(2).limit(9).build();
    assertThat(query.withLimit(1).limit()).hasValue(1);
    assertThat(query.withLimit(1).keys()).isEqualTo(query.keys());
    assertThat(query.withLimit(1).offset()).isEqualTo(2);
  }

  @Test
  void negativeNumbersAreRefused() {
    assertThatThrownBy(() -> Query.of(DicomLevel.STUDY).offset(-1).build())
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Query.of(DicomLevel.STUDY).limit(0).build())
        .isInstanceOf(IllegalArgumentException.class);
  }
}
