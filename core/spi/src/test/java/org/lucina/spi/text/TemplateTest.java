package org.lucina.spi.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Tag;
import org.lucina.dicom.VR;
import org.lucina.spi.dixel.Dixel;
import org.lucina.spi.dixel.Reference;

class TemplateTest {
  private final Dixel dixel =
      Dixel.of(Reference.series("1.2", "1.2.3"))
          .tags(
              new DataSet()
                  .set(Tag.PatientID, "P1")
                  .set(Tag.Modality, "CT")
                  .set(Tag.Rows, VR.US, 512)
                  .set(Tag.ImageType, "ORIGINAL", "PRIMARY")
                  .set(Tag.SeriesDescription, VR.LO, "Head\r\nBcc: all@example.org"))
          .metadata(Map.of("source", "ward 3"))
          .report(() -> "Line 1\rLine 2")
          .build();

  @ParameterizedTest
  @CsvSource({
    "Patient {PatientID}, Patient P1",
    "{00080060}, CT",
    "{Rows} rows, 512 rows",
    "{ImageType}, ORIGINAL\\PRIMARY",
    "{StudyInstanceUID}, 1.2",
    "{reference}, study 1.2 series 1.2.3",
    "{level}: {metadata.source}{metadata.other}, series: ward 3",
    "a{PatientName}b, ab",
    "{{PatientID}}, {PatientID}",
    "C:\\dir, C:\\dir"
  })
  void placeholdersAreFilledIn(String template, String text) throws Exception {
    assertThat(Template.parse(template).text(dixel)).isEqualTo(text);
  }

  @Test
  void linesStayInTexts() throws Exception {
    assertThat(Template.parse("{level}\\n\\n{report}").text(dixel))
        .isEqualTo("series\n\nLine 1\nLine 2");
  }

  @Test
  void aLineHasNoOtherLineInIt() throws Exception {
    assertThat(Template.parse("{SeriesDescription}\\nX:\u2028 y\u0007").line(dixel))
        .isEqualTo("Head Bcc: all@example.org X:  y");
  }

  @Test
  void valuesAreQuotedForMarkupAndTheTemplateIsNot() throws Exception {
    assertThat(Template.parse("<b>{PatientID}</b>").text(dixel, value -> "<" + value + ">"))
        .isEqualTo("<b><P1></b>");
  }

  @Test
  void controlCharactersDoNotLeave() throws Exception {
    Dixel odd = Dixel.of(Reference.study("1")).report(() -> "a\u0000b\u001B[2Jc\td").build();

    assertThat(Template.parse("{report}").text(odd)).isEqualTo("a b [2Jc\td");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{NoSuchThing}", "{}", "{PatientID", "a}b", "{ReferencedStudySequence}", "{a{b}}"})
  void refusesWhatItDoesNotKnow(String template) {
    assertThatThrownBy(() -> Template.parse(template)).isInstanceOf(IllegalArgumentException.class);
  }
}
