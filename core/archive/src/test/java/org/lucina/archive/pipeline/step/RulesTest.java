package org.lucina.archive.pipeline.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Tag;
import org.lucina.dicom.VR;

/** Rules change attributes of data sets. */
class RulesTest {
  private final DataSet data =
      new DataSet()
          .set(Tag.PatientID, "A-17")
          .set(Tag.StudyDescription, "CT knee")
          .set(Tag.ImageType, "ORIGINAL", "PRIMARY");

  private void apply(String rules) {
    Rules.parse(rules).apply(data);
  }

  @Test
  void areDoneInOrder() {
    apply("set InstitutionName=North\n\n# comment\ncopy StationName=InstitutionName\n");
    assertThat(data.string(Tag.StationName)).contains("North");
  }

  @Test
  void setSeveralValuesAndNumbers() {
    apply("set ImageType=DERIVED\\SECONDARY\nset Rows=512\nset StudyID=");
    assertThat(data.strings(Tag.ImageType)).containsExactly("DERIVED", "SECONDARY");
    assertThat(data.integer(Tag.Rows)).hasValue(512);
    assertThat(data.get(Tag.StudyID).orElseThrow().isEmpty()).isTrue();
  }

  @Test
  void removeAndReplace() {
    apply("remove StudyDescription\nreplace PatientID /^A-(\\d+)$/B$1/");
    assertThat(data.contains(Tag.StudyDescription)).isFalse();
    assertThat(data.string(Tag.PatientID)).contains("B17");
  }

  @Test
  void copyNothingOverSomething() {
    apply("copy StudyDescription=AccessionNumber");
    assertThat(data.contains(Tag.StudyDescription)).isFalse();
  }

  @Test
  void reachIntoEveryItemOfASequence() {
    data.set(
        Tag.RequestAttributesSequence,
        List.of(
            new DataSet().set(Tag.RequestedProcedureID, "1"),
            new DataSet().set(Tag.RequestedProcedureID, "2")));
    apply("replace RequestAttributesSequence.RequestedProcedureID /(.)/P$1/");
    assertThat(data.items(Tag.RequestAttributesSequence))
        .extracting(item -> item.string(Tag.RequestedProcedureID).orElseThrow())
        .containsExactly("P1", "P2");
  }

  @Test
  void keepOtherTextWhenANewCharacterSetIsNeeded() {
    data.set(Tag.SpecificCharacterSet, "ISO_IR 100");
    data.set(Tag.PatientName, "Müller^Jörg");
    apply("set InstitutionName=病院");
    assertThat(data.string(Tag.InstitutionName)).contains("病院");
    assertThat(data.string(Tag.PatientName)).contains("Müller^Jörg");
    assertThat(data.string(Tag.SpecificCharacterSet)).contains("ISO_IR 192");
  }

  @Test
  void failForGoodWhereAValueDoesNotSuit() {
    assertThatThrownBy(() -> apply("copy Rows=StudyDescription"))
        .satisfies(
            thrown -> assertThat(Faults.of(thrown).remedy()).isEqualTo(StepException.Remedy.NONE));
  }

  @Test
  void tellWhetherReferencesChange() {
    assertThat(Rules.parse("set StudyInstanceUID=1.2").touchIdentifiers()).isTrue();
    assertThat(Rules.parse("set StudyID=1").touchIdentifiers()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "set NoSuchAttribute=1",
        "set Rows=many",
        "set PixelData=1",
        "set TransferSyntaxUID=1.2",
        "set SpecificCharacterSet=ISO_IR 192",
        "set RequestAttributesSequence=1",
        "change PatientID=1",
        "replace PatientID /a/",
        "replace PatientID /(/b/",
        "copy PatientID",
        "remove PixelData"
      })
  void areRefusedWhenTheyCannotBe(String rules) {
    assertThatThrownBy(() -> Rules.parse(rules)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void removeSequences() {
    data.setEmpty(Tag.RequestAttributesSequence, VR.SQ);
    apply("remove RequestAttributesSequence");
    assertThat(data.contains(Tag.RequestAttributesSequence)).isFalse();
  }
}
