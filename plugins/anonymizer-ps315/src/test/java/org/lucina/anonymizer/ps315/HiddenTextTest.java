package org.lucina.anonymizer.ps315;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Tag;
import org.lucina.dicom.VR;
import org.lucina.spi.testing.LocalContext;

/** Attributes without a row in the table tell nothing, however the file writes them. */
class HiddenTextTest {
  private static final byte[] NAME = "Findus Pettersson ".getBytes(StandardCharsets.US_ASCII);

  @ParameterizedTest
  @EnumSource(
      value = VR.class,
      names = {"UN", "OB", "OW", "CS", "LO", "UT"})
  void textIsCleanedWhateverItsVr(VR vr) throws Exception {
    DataSet data = Given.object().set(Tag.TemplateName, vr, NAME);

    assertThat(anonymized(data).string(Tag.TemplateName)).hasValue("[name]");
  }

  @ParameterizedTest
  @EnumSource(
      value = VR.class,
      names = {"UN", "OB", "UT"})
  void soIsTextThatIsTooLongToBeRead(VR vr) throws Exception {
    String text = "Findus Pettersson " + "x".repeat(5000);
    DataSet data =
        Given.object().set(Tag.TemplateName, vr, text.getBytes(StandardCharsets.US_ASCII));

    DataSet result = anonymized(data);

    assertThat(Texts.of(result)).doesNotContain("Findus");
    assertThat(result.string(Tag.TemplateName)).isPresent();
  }

  @Test
  void namesAreKnownAndReplacedWhateverTheirVr() throws Exception {
    DataSet data =
        Given.object()
            .set(Tag.PatientName, VR.LO, "Findus^Pettersson".getBytes(StandardCharsets.US_ASCII))
            .set(Tag.TemplateName, "template of Findus")
            .set(Tag.InterpretationTranscriber, VR.OB, "Prillan ".getBytes(StandardCharsets.UTF_8));

    DataSet result = anonymized(data);

    assertThat(result.string(Tag.TemplateName)).hasValue("template of [name]");
    assertThat(Texts.of(result)).doesNotContain("Prillan");
  }

  @Test
  void datesMoveWhateverTheirVr() throws Exception {
    DataSet data = Given.object().set(Tag.StudyDate, VR.LO, "20240229");

    assertThat(anonymized(data, Map.of("retain-longitudinal", "modified")).string(Tag.StudyDate))
        .hasValueSatisfying(date -> assertThat(date).matches("[0-9]{8}").isNotEqualTo("20240229"));
  }

  @Test
  void aDateThatCannotMoveIsReplaced() throws Exception {
    for (int i = 0; i < 8; i++) { // of whom some move forwards
      DataSet data =
          Given.object()
              .set(Tag.PatientID, "PID-" + i)
              .set(Tag.PatientBirthDate, "99991231")
              .set(Tag.ContentDate, "99991231");

      DataSet result = anonymized(data, Map.of("retain-longitudinal", "modified"));

      assertThat(result.string(Tag.ContentDate).orElse("9999")).matches("9999.*|19000101");
    }
  }

  @Test
  void sequencesOfAnotherVrAreLookedInto() throws Exception {
    DataSet data = Given.object().set(Tag.ConceptNameCodeSequence, VR.OB, NAME);

    assertThat(Texts.of(anonymized(data))).doesNotContain("Findus");
  }

  @Test
  void addressesOnNetworksTellNoHostsAndUids() throws Exception {
    DataSet series =
        new DataSet()
            .set(Tag.RetrieveURL, "https://pacs.example.org/studies/1.2.3/series/1.2.3.3")
            .set(Tag.SeriesInstanceUID, "1.2.3.3");
    DataSet code =
        new DataSet().set(Tag.URNCodeValue, "urn:lex:us:federal").set(Tag.CodeMeaning, "law");
    DataSet data =
        Given.object()
            .set(Tag.ReferencedSeriesSequence, List.of(series))
            .set(Tag.RetrieveURL, "https://pacs.example.org/studies/1.2.3")
            .set(Tag.ConceptNameCodeSequence, List.of(code));

    DataSet result = anonymized(data);

    assertThat(Texts.of(result)).doesNotContain("pacs", "1.2.3").contains("urn:lex:us:federal");
  }

  private static DataSet anonymized(DataSet data) throws Exception {
    return anonymized(data, Map.of());
  }

  private static DataSet anonymized(DataSet data, Map<String, String> properties) throws Exception {
    try (LocalContext server = Given.server()) {
      return Given.read(Given.anonymizer(server, properties).anonymize(Given.dixel(data)));
    }
  }
}
