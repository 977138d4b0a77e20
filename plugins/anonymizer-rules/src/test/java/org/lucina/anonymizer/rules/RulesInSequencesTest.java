package org.lucina.anonymizer.rules;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lucina.dicom.Bytes;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Element;
import org.lucina.dicom.Tag;
import org.lucina.dicom.VR;
import org.lucina.dicom.testing.SyntheticObject;
import org.lucina.spi.anonymize.Anonymized;
import org.lucina.spi.anonymize.Anonymizer;
import org.lucina.spi.anonymize.AnonymizerException;

/** Rules reach into sequences, at any depth. */
class RulesInSequencesTest extends GivenRules {
  @Test
  void rulesReachIntoSequences() throws Exception {
    DataSet inner = new DataSet().set(Tag.PatientName, "Inner^Name").set(Tag.CodeValue, "1");
    DataSet outer = new DataSet().set(Tag.PatientName, "Outer^Name");
    outer.set(Tag.PurposeOfReferenceCodeSequence, List.of(inner));
    SyntheticObject object = OBJECTS.small(1, 1, 1, 1);
    object.dataSet().set(Tag.RequestAttributesSequence, List.of(outer, new DataSet()));
    Anonymized result =
        anonymizer("replace RequestAttributesSequence.PatientName X\nempty PatientName", Map.of())
            .anonymize(dixel(object));
    DataSet after = read(result).dataSet();

    DataSet request = after.items(Tag.RequestAttributesSequence).get(0);
    DataSet purpose = request.items(Tag.PurposeOfReferenceCodeSequence).get(0);
    assertThat(request.string(Tag.PatientName)).hasValue("X");
    assertThat(purpose.contains(Tag.PatientName)).isTrue();
    assertThat(purpose.string(Tag.PatientName)).isEmpty();
    assertThat(purpose.string(Tag.CodeValue)).hasValue("1");
    assertThat(after.string(Tag.PatientName)).isEmpty();
    assertThat(after.items(Tag.RequestAttributesSequence)).hasSize(2);
    assertThat(result.changes())
        .extracting(Anonymized.Change::path)
        .contains("(0040,0275)[1].(0010,0010)", "(0040,0275)[1].(0040,A170)[1].(0010,0010)");
    assertThat(result.changes().toString()).doesNotContain("Outer").doesNotContain("Inner");
  }

  @ParameterizedTest
  @EnumSource(
      value = VR.class,
      names = {"UN", "OB"})
  void rulesReachIntoSequencesOfAnotherRepresentation(VR vr) throws Exception {
    SyntheticObject object = OBJECTS.small(1, 1, 1, 1);
    byte[] item = {
      (byte) 0xFE,
      (byte) 0xFF,
      0,
      (byte) 0xE0,
      12,
      0,
      0,
      0,
      0x10,
      0,
      0x10,
      0,
      4,
      0,
      0,
      0,
      'D',
      '^',
      'J',
      ' '
    };
    object.dataSet().set(Tag.RequestAttributesSequence, vr, item);
    DataSet after =
        read(anonymizer("replace PatientName X", Map.of()).anonymize(dixel(object))).dataSet();

    assertThat(after.items(Tag.RequestAttributesSequence).get(0).string(Tag.PatientName))
        .hasValue("X");
  }

  @Test
  void attributesAreOfTheRepresentationThatTheStandardGivesThem() throws Exception {
    SyntheticObject object = OBJECTS.small(1, 1, 1, 1);
    object
        .dataSet()
        .set(Tag.OperatorsName, VR.OB, "Findus^P".getBytes(US_ASCII))
        .set(Tag.ContentDate, VR.LO, "20240229");
    String rules = "replace vr:PN X\nshift vr:DA 1";
    DataSet after = read(anonymizer(rules, Map.of()).anonymize(dixel(object))).dataSet();

    assertThat(after.string(Tag.OperatorsName)).hasValue("X");
    assertThat(after.string(Tag.ContentDate)).hasValue("20240301");
  }

  @Test
  void refusesSequencesThatItCannotLookInto() throws Exception {
    SyntheticObject object = OBJECTS.small(1, 1, 1, 1);
    object.dataSet().set(Tag.RequestAttributesSequence, VR.UN, new byte[5_000]);
    Anonymizer anonymizer = anonymizer("remove PatientName", Map.of());

    assertThatThrownBy(() -> anonymizer.anonymize(dixel(object)))
        .isInstanceOf(AnonymizerException.class)
        .hasMessage("(0040,0275) is a sequence that cannot be looked into");
    assertThat(
            read(anonymizer("remove vr:SQ", Map.of()).anonymize(dixel(object)))
                .dataSet()
                .contains(Tag.RequestAttributesSequence))
        .isFalse();
  }

  @Test
  void ofTwoAttributesOfOneTagTheSecondIsNotPassedOn() throws Exception {
    DataSet item = new DataSet();
    item.addAsRead(new Element(Tag.CodeValue, VR.SH, Bytes.of("1 ".getBytes(US_ASCII))));
    item.addAsRead(new Element(Tag.CodeValue, VR.PN, Bytes.of("Hidden^N".getBytes(US_ASCII))));
    SyntheticObject object = OBJECTS.small(1, 1, 1, 1);
    object.dataSet().set(Tag.RequestAttributesSequence, List.of(item));
    assertThat(new String(object.file(), US_ASCII)).contains("Hidden");

    Anonymized result = anonymizer("remove vr:PN", Map.of()).anonymize(dixel(object));
    assertThat(new String(bytes(result), US_ASCII)).doesNotContain("Hidden");
  }
}
