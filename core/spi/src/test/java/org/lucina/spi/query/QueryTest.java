package org.lucina.spi.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.VR;
import org.lucina.spi.ConfigSpec;
import org.lucina.spi.dixel.DicomLevel;

class QueryTest {
  private static final int PATIENT_NAME = 0x00100010;
  private static final int REQUEST_ATTRIBUTES = 0x00400275;
  private static final int STEP_ID = 0x00400009;

  private final DataSet object =
      new DataSet()
          .set(0x00080005, "ISO_IR 192")
          .set(0x00080016, "1.2.3")
          .set(0x00080020, "20260115")
          .set(0x00080030, "101530.5")
          .set(0x0008002A, "20260115101530-0500")
          .set(0x00080008, "ORIGINAL", "PRIMARY", "AXIAL")
          .set(0x00081030, "CT HEAD (native)")
          .set(PATIENT_NAME, "Müller^Anna=山田^太郎")
          .set(0x00200013, "7")
          .set(REQUEST_ATTRIBUTES, List.of(new DataSet().set(STEP_ID, VR.SH, "STEP1")));

  @ParameterizedTest
  @CsvSource({
    "PatientName, DOE*, WILD_CARD",
    "PatientID, ?1, WILD_CARD",
    "PatientID, 1-2, SINGLE_VALUE",
    "StudyDate, 20260101-, RANGE",
    "StudyTime, 1000-1100, RANGE",
    "StudyDate, 20260101, SINGLE_VALUE",
    "AcquisitionDateTime, 20260101101010-0500, SINGLE_VALUE",
    "AcquisitionDateTime, 20260101-20260102, RANGE",
    "StudyInstanceUID, 1.2\\1.3, LIST_OF_UID",
    "RequestAttributesSequence.ScheduledProcedureStepID, A, SEQUENCE",
    "00100020, X, SINGLE_VALUE"
  })
  void knowsHowAKeyMatches(String attribute, String value, Matching matching) {
    assertThat(QueryKey.of(attribute, value).matching()).isEqualTo(matching);
  }

  @ParameterizedTest
  @CsvSource({
    "StudyDescription, CT HEAD*, true",
    "StudyDescription, *(native)*, true",
    "StudyDescription, CT, false",
    "StudyDescription, ct head*, false",
    "PatientName, müller^anna, true",
    "PatientName, MÜLLER*, true",
    "PatientName, MULLER, false",
    "PatientName, 山田*, true",
    "StudyDate, 20260101-20260131, true",
    "StudyDate, -20260114, false",
    "StudyDate, 20260115-, true",
    "StudyDate, rubbish, false",
    "StudyTime, 1015-1016, true",
    "StudyTime, 1016-, false",
    "SOPClassUID, 1.2\\1.2.3, true",
    "SOPClassUID, 1.2, false",
    "InstanceNumber, 07, true",
    "InstanceNumber, 8, false",
    "ImageType, AXIAL, true",
    "ImageType, CORONAL, false",
    "AccessionNumber, A1, false",
    "RequestAttributesSequence.ScheduledProcedureStepID, STEP?, true",
    "RequestAttributesSequence.ScheduledProcedureStepID, OTHER, false"
  })
  void matchesObjects(String attribute, String value, boolean expected) {
    Query query = Query.of(DicomLevel.INSTANCE).key(attribute, value).build();
    assertThat(query.matches(object)).isEqualTo(expected);
  }

  @Test
  void keysWithoutValueMatchAll() {
    assertThat(Query.of(DicomLevel.STUDY).key("AccessionNumber", "").build().matches(object))
        .isTrue();
  }

  @Test
  void allKeysMustMatch() {
    assertThat(Query.parse(DicomLevel.STUDY, "InstanceNumber=7&ImageType=AXIAL").matches(object))
        .isTrue();
    assertThat(Query.parse(DicomLevel.STUDY, "InstanceNumber=7&ImageType=X").matches(object))
        .isFalse();
  }

  @Test
  void readsKeysAsAdministratorsWriteThem() {
    Query query =
        Query.parse(DicomLevel.STUDY, "Modality=CT & StudyDescription=A%26B%3D1+2&.text=mass&");

    assertThat(query.key(0x00080060)).contains("CT");
    assertThat(query.key(0x00081030)).contains("A&B=1+2");
    assertThat(query.extensions()).containsEntry("text", "mass").hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({"Modality, 'Modality' is no term", "Colour=red, 'Colour' is no attribute"})
  void namesWhatIsWrong(String text, String problem) {
    assertThatThrownBy(() -> Query.parse(DicomLevel.STUDY, text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(problem);
  }

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
  void namesEveryTermThatCannotBeHonoured() {
    QuerySupport support =
        new QuerySupport(
            EnumSet.of(DicomLevel.STUDY),
            Optional.of(Set.of(0x00100020, 0x00080020)),
            EnumSet.of(Matching.SINGLE_VALUE),
            false,
            false,
            ConfigSpec.none());
    Query query =
        Query.of(DicomLevel.SERIES)
            .key("PatientID", "1*")
            .key("Modality", "CT")
            .key("StudyDate", "20260101")
            .key("AccessionNumber", "")
            .fuzzy(true)
            .offset(1)
            .extension("text", "x")
            .build();

    assertThatThrownBy(() -> support.check(query))
        .isInstanceOf(UnsupportedQueryException.class)
        .hasMessage(
            "cannot be honoured here: level series, wild card matching on PatientID,"
                + " matching on Modality, fuzzy matching, offset, term 'text'");
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
