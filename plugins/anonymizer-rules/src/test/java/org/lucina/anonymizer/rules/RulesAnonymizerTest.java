package org.lucina.anonymizer.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Element;
import org.lucina.dicom.Tag;
import org.lucina.dicom.TransferSyntax;
import org.lucina.dicom.VR;
import org.lucina.dicom.io.DicomFile;
import org.lucina.dicom.testing.SyntheticObject;
import org.lucina.spi.anonymize.Anonymized;
import org.lucina.spi.anonymize.Anonymizer;
import org.lucina.spi.anonymize.AnonymizerException;
import org.lucina.spi.anonymize.AnonymizerException.Reason;
import org.lucina.spi.dixel.Content;
import org.lucina.spi.dixel.Dixel;
import org.lucina.spi.dixel.Reference;

/** What no rule is about comes through as it was. */
class RulesAnonymizerTest extends GivenRules {
  private static final String USUAL =
      """
      # who
      identity PatientName
      identity PatientID
      shift PatientBirthDate
      hash AccessionNumber
      remove private
      # what
      uid vr:UI
      shift vr:DA
      shift vr:TM
      shift vr:DT
      """;

  static Stream<SyntheticObject> objects() {
    return OBJECTS.everyKind().stream();
  }

  @ParameterizedTest
  @MethodSource("objects")
  void everyKindOfObjectKeepsWhatNoRuleIsAbout(SyntheticObject object) throws Exception {
    Anonymized result = anonymizer(USUAL, mint()).anonymize(dixel(object));
    DicomFile file = read(result);
    DataSet before = read(object.file()).dataSet();
    DataSet after = file.dataSet();

    TransferSyntax expected =
        object.syntax().deflated() ? TransferSyntax.EXPLICIT_LE : object.syntax();
    assertThat(file.fileMeta().string(Tag.TransferSyntaxUID)).hasValue(expected.uid());
    assertThat(file.fileMeta().string(Tag.MediaStorageSOPInstanceUID))
        .isEqualTo(after.string(Tag.SOPInstanceUID))
        .isNotEqualTo(before.string(Tag.SOPInstanceUID));
    for (Element element : before) {
      boolean plain =
          element.vr() != VR.SQ
              && result.changes().stream().noneMatch(it -> it.path().equals(name(element)));
      if (plain && element.tag() != Tag.DeidentificationMethod) {
        assertThat(after.get(element.tag()).map(Element::value))
            .as(name(element))
            .contains(element.value());
      }
    }
    assertThat(after.string(Tag.PatientName).orElseThrow()).startsWith("ANON-");
    assertThat(after.string(Tag.PatientIdentityRemoved)).hasValue("YES");
    assertThat(after.string(Tag.DeidentificationMethod)).hasValue("Lucina rules");
  }

  @ParameterizedTest
  @MethodSource("objects")
  void aRuleThatKeepsEverythingChangesNothing(SyntheticObject object) throws Exception {
    DataSet after = read(anonymizer("keep all", Map.of()).anonymize(dixel(object))).dataSet();
    after.remove(Tag.PatientIdentityRemoved);
    after.remove(Tag.DeidentificationMethod);
    DataSet before = read(object.file()).dataSet();

    assertThat(texts(after)).isEqualTo(texts(before));
  }

  @Test
  void theSameInstanceGivesTheSameEachTimeAndAStudyStaysTogether() throws Exception {
    Anonymizer anonymizer = anonymizer(USUAL, mint());
    Anonymized first = anonymizer.anonymize(dixel(OBJECTS.small(1, 1, 1, 1)));
    Anonymized again = anonymizer.anonymize(dixel(OBJECTS.small(1, 1, 1, 1)));
    Anonymized second = anonymizer.anonymize(dixel(OBJECTS.small(1, 1, 2, 1)));

    assertThat(bytes(again)).isEqualTo(bytes(first));
    assertThat(second.dixel().reference().studyUid())
        .isEqualTo(first.dixel().reference().studyUid());
    assertThat(second.dixel().reference().patientId())
        .isEqualTo(first.dixel().reference().patientId());
    assertThat(first.dixel().tags().contains(Tag.PixelData)).isFalse();
    assertThat(first.dixel().file().orElseThrow().length()).hasValue(bytes(first).length);
  }

  @Test
  void bulkInSequencesIsLeftWhereItIs() throws Exception {
    byte[] samples = new byte[100_000];
    samples[77_777] = 42;
    for (TransferSyntax syntax :
        List.of(
            TransferSyntax.EXPLICIT_LE, TransferSyntax.IMPLICIT_LE, TransferSyntax.EXPLICIT_BE)) {
      SyntheticObject small = OBJECTS.small(1, 1, 1, 1);
      DataSet wave = new DataSet().set(Tag.WaveformData, VR.OW, samples);
      small.dataSet().set(Tag.WaveformSequence, List.of(wave));
      SyntheticObject object = new SyntheticObject("wave", syntax, small.dataSet());
      DataSet after =
          read(anonymizer("empty PatientName", Map.of()).anonymize(dixel(object))).dataSet();

      assertThat(after.items(Tag.WaveformSequence).get(0).bytes(Tag.WaveformData))
          .isEqualTo(
              read(object.file())
                  .dataSet()
                  .items(Tag.WaveformSequence)
                  .get(0)
                  .bytes(Tag.WaveformData));
      assertThat(after.bytes(Tag.PixelData)).isPresent();
    }
  }

  @Test
  void refusesWhatItCannotDo() throws Exception {
    SyntheticObject object = OBJECTS.small(1, 1, 1, 1);
    assertReason(Reason.REFUSED, "replace all x", Map.of(), dixel(object));
    assertReason(Reason.REFUSED, "shift vr:LO 3", Map.of(), dixel(object));
    assertReason(Reason.REFUSED, "hash vr:US", mint(), dixel(object));
    assertReason(Reason.REFUSED, "hash ProcedureCodeSequence", mint(), dixel(object));
    assertReason(Reason.UNAVAILABLE, "hash PatientID", Map.of("mint", "away"), dixel(object));
    Dixel bare = Dixel.of(Reference.instance("1", "2", "3")).build();
    assertReason(Reason.REFUSED, "keep all", Map.of(), bare);
    Content text = Content.of(OptionalLong.empty(), () -> new ByteArrayInputStream(new byte[999]));
    assertReason(
        Reason.REFUSED, "keep all", Map.of(), bare.copy(bare.reference()).file(text).build());
  }

  private void assertReason(
      Reason reason, String rules, Map<String, String> properties, Dixel instance) {
    assertThatThrownBy(() -> anonymizer(rules, properties).anonymize(instance))
        .isInstanceOfSatisfying(
            AnonymizerException.class, e -> assertThat(e.reason()).isEqualTo(reason));
  }

  /** All elements with their values, items in braces. */
  private static List<String> texts(DataSet data) {
    List<String> texts = new ArrayList<>();
    for (Element element : data) {
      List<String> items =
          data.items(element.tag()).stream().map(it -> texts(it).toString()).toList();
      String value =
          element.vr() == VR.SQ ? items.toString() : String.valueOf(element.value().hashCode());
      texts.add(name(element) + " " + element.vr() + " " + value);
    }
    return texts;
  }
}
