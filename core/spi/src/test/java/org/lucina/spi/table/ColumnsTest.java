package org.lucina.spi.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Tag;
import org.lucina.dicom.VR;
import org.lucina.spi.dixel.DicomLevel;
import org.lucina.spi.query.Query;
import org.lucina.spi.query.UnsupportedQueryException;

class ColumnsTest {

  @Test
  void identifiersComeFirstAndNothingTwice() {
    Columns columns =
        Columns.parse(DicomLevel.SERIES, "Modality, PatientID StudyInstanceUID,Modality");

    assertThat(columns.columns())
        .extracting(Column::name)
        .containsExactly("StudyInstanceUID", "SeriesInstanceUID", "Modality", "PatientID");
  }

  @Test
  void aColumnGivesBackWhatItTook() {
    DataSet tags =
        new DataSet()
            .set(Tag.SpecificCharacterSet, "ISO_IR 192")
            .set(Tag.PatientName, "山田^太郎")
            .set(Tag.PixelSpacing, "0.5", "0.25")
            .set(Tag.Rows, VR.US, 512)
            .set(Tag.ImageComments, "one \\ two");

    for (int tag : List.of(Tag.PatientName, Tag.PixelSpacing, Tag.Rows, Tag.ImageComments)) {
      Column column = Column.of(tag);
      DataSet back = Columns.emptyRow();
      assertThat(column.put(back, column.text(tags).orElseThrow())).isTrue();
      assertThat(back.strings(tag)).isEqualTo(tags.strings(tag));
    }
  }

  @Test
  void ofSequencesTheFirstItemCounts() {
    Column column = Column.of("RequestAttributesSequence.RequestedProcedureCodeSequence.CodeValue");
    DataSet tags =
        new DataSet()
            .set(
                Tag.RequestAttributesSequence,
                List.of(
                    new DataSet()
                        .set(
                            Tag.RequestedProcedureCodeSequence,
                            List.of(
                                new DataSet().set(Tag.CodeValue, "A"),
                                new DataSet().set(Tag.CodeValue, "B")))));
    assertThat(column.text(tags)).contains("A");
    assertThat(column.text(new DataSet())).isEmpty();

    DataSet back = Columns.emptyRow();
    column.put(back, "A");
    Column.of("RequestAttributesSequence.RequestedProcedureID").put(back, "P1");
    assertThat(back.items(Tag.RequestAttributesSequence)).hasSize(1);
    assertThat(column.text(back)).contains("A");
  }

  @Test
  void leavesOutWhatAnAttributeCannotHold() {
    DataSet row = Columns.emptyRow();

    assertThat(Column.of(Tag.Rows).put(row, "many")).isFalse();
    assertThat(row.contains(Tag.Rows)).isFalse();
  }

  @Test
  void sequencesAndBulkAreNoColumns() {
    assertThatThrownBy(() -> Column.of("RequestAttributesSequence"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Column.of("PixelData")).hasMessageContaining("PixelData");
    assertThat(Column.find("Whatever")).isEmpty();
  }

  @Test
  void allTakesWhatHasTextOrNumbers() {
    DataSet tags =
        new DataSet()
            .set(Tag.SpecificCharacterSet, "ISO_IR 192")
            .set(Tag.Modality, "CT")
            .setEmpty(Tag.PatientName, VR.PN)
            .set(Tag.PixelData, VR.OW, new byte[2])
            .set(0x00091001, VR.LO, "private")
            .set(Tag.RequestAttributesSequence, List.of());

    assertThat(Columns.all(DicomLevel.STUDY, tags).columns())
        .extracting(Column::name)
        .containsExactly("StudyInstanceUID", "Modality");
  }

  @Test
  void refusesQueriesOnWhatIsNoColumn() {
    Columns columns =
        Columns.parse(DicomLevel.STUDY, "RequestAttributesSequence.RequestedProcedureID");

    assertThatCode(() -> columns.check(query("RequestAttributesSequence.RequestedProcedureID")))
        .doesNotThrowAnyException();
    assertThatThrownBy(
            () -> columns.check(query("RequestAttributesSequence.ScheduledProcedureStepID")))
        .isInstanceOf(UnsupportedQueryException.class)
        .hasMessageContaining("ScheduledProcedureStepID");
    assertThatThrownBy(() -> columns.check(query("Modality"))).hasMessageContaining("Modality");
  }

  private static Query query(String attribute) {
    return Query.of(DicomLevel.STUDY).key(attribute, "1").build();
  }
}
