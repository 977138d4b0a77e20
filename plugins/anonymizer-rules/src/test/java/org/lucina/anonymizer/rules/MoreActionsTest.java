package org.lucina.anonymizer.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Tag;
import org.lucina.dicom.VR;
import org.lucina.dicom.testing.SyntheticObject;
import org.lucina.spi.anonymize.Anonymized;
import org.lucina.spi.anonymize.Anonymizer;
import org.lucina.spi.anonymize.AnonymizerException;
import org.lucina.spi.anonymize.AnonymizerException.Reason;

/** Rules that look into values, that insert, and that select by more than a tag. */
class MoreActionsTest extends GivenRules {
  @ParameterizedTest
  @CsvSource({
    "regex StudyDescription /[0-9]+/#/, 00081030, CT # of Doe",
    "regex StudyDescription |(CT).*|$1/|, 00081030, CT/",
    "regex StudyDescription /x//, 00081030, CT 4711 of Doe",
    "regex vr:LO /Doe/X/, 00081030, CT 4711 of X",
    "round PatientAge 5, 00101010, 035Y",
    "date PatientBirthDate *-01-01, 00100030, 20100101",
    "date PatientBirthDate 1970-*-*, 00100030, 19700202",
    "add PatientComments none, 00104000, none",
    "add PatientName A^B, 00100010, A^B",
    "require PatientComments none, 00104000, none",
    "require PatientAge 001Y, 00101010, 033Y",
    "add 00130010 CTP, 00130010, CTP",
    "keep top:PatientAge; remove PatientAge, 00101010, 033Y",
    "remove keyword:^patientage, 00101010, ",
    "remove not-keyword:UID, 00101010, ",
    "empty keyword:0010(1010|0020), 00101010, ",
    "remove OverlayData, 60023000, ",
    "remove group:60xx, 60023000, ",
    "keep private:LUCINA TEST@0029xx02; remove private, 00290010, "
  })
  void eachFormOfRuleIsUnderstood(String rule, String tag, String value) throws Exception {
    SyntheticObject object = given();
    int number = Integer.parseUnsignedInt(tag, 16);
    String quoted =
        rule.replace("private:LUCINA TEST@0029xx02", "\"private:LUCINA TEST@0029xx02\"");
    DataSet after = read(anonymizer(quoted, Map.of()).anonymize(dixel(object))).dataSet();

    assertThat(after.string(number)).isEqualTo(Optional.ofNullable(value));
  }

  @Test
  void anElementOfAPrivateBlockIsSelectedWhereverTheBlockIs() throws Exception {
    SyntheticObject object = OBJECTS.small(1, 1, 1, 1);
    object.dataSet().set(0x00310011, VR.LO, "VENDOR A").set(0x00311101, VR.LO, "a");
    object.dataSet().set(0x00311102, VR.LO, "b");
    String rules = "keep \"private:VENDOR A@0031xx02\"\nkeep \"private:VENDOR A@003100xx\"";
    DataSet after =
        read(anonymizer(rules + "\nremove private", Map.of()).anonymize(dixel(object))).dataSet();

    assertThat(after.string(0x00311102)).hasValue("b");
    assertThat(after.string(0x00310011)).hasValue("VENDOR A");
    assertThat(after.contains(0x00311101)).isFalse();
  }

  @Test
  void agesAndDatesThatAreNoneAreEmptied() throws Exception {
    SyntheticObject object = given();
    object.dataSet().set(Tag.PatientAge, "33").set(Tag.PatientBirthDate, "2010");
    object.dataSet().set(Tag.StudyDate, "20230131").set(Tag.AcquisitionDateTime, "20230131101500");
    String rules = "round PatientAge 5; date vr:DA *-02-*; date vr:DT *-*-01";
    DataSet after = read(anonymizer(rules, Map.of()).anonymize(dixel(object))).dataSet();

    assertThat(after.string(Tag.PatientAge)).isEmpty();
    assertThat(after.string(Tag.PatientBirthDate)).isEmpty();
    assertThat(after.string(Tag.StudyDate)).as("31st of February").isEmpty();
    assertThat(after.string(Tag.AcquisitionDateTime)).hasValue("20230101101500");
    assertThat(after.string(Tag.LongitudinalTemporalInformationModified)).hasValue("MODIFIED");
  }

  @Test
  void codesAndMethodsAreAddedOnce() throws Exception {
    Anonymizer anonymizer =
        anonymizer(
            "codes DeidentificationMethodCodeSequence 113100/113105\n"
                + "append DeidentificationMethod By rules",
            Map.of());
    Anonymized once = anonymizer.anonymize(dixel(given()));
    DataSet twice = read(anonymizer.anonymize(once.dixel())).dataSet();

    assertThat(twice.items(Tag.DeidentificationMethodCodeSequence))
        .extracting(item -> item.string(Tag.CodeValue).orElseThrow())
        .containsExactly("113100", "113105");
    assertThat(twice.strings(Tag.DeidentificationMethod)).containsOnlyOnce("By rules");
    assertThat(once.changes())
        .extracting(Anonymized.Change::path)
        .contains("(0012,0064)", "(0012,0063)");
  }

  @Test
  void whatIsProcessedIsTreatedAsTheInstanceIs() throws Exception {
    SyntheticObject object = given();
    DataSet item = new DataSet().set(Tag.CodeValue, "1").set(Tag.CodeMeaning, "Doe");
    object.dataSet().set(Tag.RequestAttributesSequence, List.of(item));
    object.dataSet().set(Tag.ProcedureCodeSequence, List.of(item));
    String rules =
        "keep vr:UI; process RequestAttributesSequence; keep ProcedureCodeSequence; keep CodeValue";
    DataSet after =
        read(anonymizer(rules, Map.of("otherwise", "remove")).anonymize(dixel(object))).dataSet();

    DataSet processed = after.items(Tag.RequestAttributesSequence).get(0);
    assertThat(processed.string(Tag.CodeValue)).hasValue("1");
    assertThat(processed.contains(Tag.CodeMeaning)).isFalse();
    assertThat(after.items(Tag.ProcedureCodeSequence).get(0).contains(Tag.CodeMeaning)).isTrue();
  }

  @Test
  void refusesAnExpressionThatDoesNotComeToAnEnd() throws Exception {
    SyntheticObject object = given();
    object.dataSet().set(Tag.PatientComments, "a".repeat(60) + "!");
    Anonymizer endless = anonymizer("regex PatientComments /(a+)+\\1?b/x/", Map.of());
    assertThatThrownBy(() -> endless.anonymize(dixel(object)))
        .isInstanceOfSatisfying(
            AnonymizerException.class, e -> assertThat(e.reason()).isEqualTo(Reason.REFUSED))
        .hasMessageContaining("takes too long");

    object.dataSet().set(Tag.PatientComments, "ab".repeat(50));
    Anonymizer plain = anonymizer("regex PatientComments /^(?:a|b)*$/x/", Map.of());
    assertThat(read(plain.anonymize(dixel(object))).dataSet().string(Tag.PatientComments))
        .hasValue("x");
  }

  @Test
  void refusesToLookIntoValuesThatAreNotText() throws Exception {
    SyntheticObject object = given();
    Anonymizer all = anonymizer("remove vr:SQ; regex all /x/y/", Map.of());
    assertThatThrownBy(() -> all.anonymize(dixel(object)))
        .hasMessageContaining("cannot take a regular expression");
  }

  private static SyntheticObject given() {
    SyntheticObject object = OBJECTS.small(1, 1, 1, 1);
    object.dataSet().set(Tag.StudyDescription, "CT 4711 of Doe").set(Tag.PatientAge, "033Y");
    object.dataSet().set(Tag.PatientBirthDate, "20100202");
    object.dataSet().set(0x60023000, VR.OW, new byte[] {1, 2});
    return object;
  }
}
