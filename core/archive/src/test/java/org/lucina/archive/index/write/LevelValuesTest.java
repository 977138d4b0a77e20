package org.lucina.archive.index.write;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.lucina.archive.index.model.LevelTable;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Tag;
import org.lucina.dicom.VR;
import org.lucina.spi.dixel.DicomLevel;

class LevelValuesTest {

  @Test
  void whatADatabaseCannotKeepIsLeftOutOfText() {
    String whole = new String(Character.toChars(0x1F9EC));
    DataSet object =
        new DataSet()
            .set(Tag.SpecificCharacterSet, VR.CS, "ISO_IR 192")
            .set(Tag.PatientID, VR.LO, "a\0b" + whole + "c\0");
    LevelValues values = LevelValues.of(LevelTable.of(DicomLevel.PATIENT), object);
    assertThat(values.text(Tag.PatientID)).isEqualTo("ab" + whole + "c");
  }

  @Test
  void spacesAroundTextAreLeftOut() {
    DataSet object = new DataSet().set(Tag.PatientID, VR.LO, " a b ");
    LevelValues values = LevelValues.of(LevelTable.of(DicomLevel.PATIENT), object);
    assertThat(values.text(Tag.PatientID)).isEqualTo("a b");
  }
}
