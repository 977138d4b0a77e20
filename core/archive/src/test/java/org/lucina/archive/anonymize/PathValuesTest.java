package org.lucina.archive.anonymize;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Tag;
import org.lucina.dicom.VR;

class PathValuesTest {
  private final DataSet data =
      new DataSet()
          .set(Tag.PatientID, "P1")
          .set(Tag.OtherPatientNames, "A^B", "C^D")
          .set(Tag.Rows, VR.US, 512)
          .set(Tag.StudyDescription, VR.LO, "x".repeat(300))
          .set(0x00091001, VR.OB, new byte[8])
          .set(
              Tag.RequestAttributesSequence,
              List.of(
                  new DataSet().set(Tag.AccessionNumber, "ACC1"),
                  new DataSet().set(Tag.AccessionNumber, "ACC2")));

  @Test
  void showsValues() {
    assertThat(values("(0010,0020)")).containsExactly("P1");
    assertThat(values("(0010,1001)")).containsExactly("A^B", "C^D");
    assertThat(values("(0028,0010)")).containsExactly("512");
    assertThat(values("(0040,0275)[2].(0008,0050)")).containsExactly("ACC2");
  }

  @Test
  void shortensWhatIsLongAndNamesWhatIsNoText() {
    assertThat(values("(0008,1030)").get(0)).hasSize(257);
    assertThat(values("(0009,1001)")).containsExactly("8 bytes");
    assertThat(values("(0040,0275)")).containsExactly("2 items");
  }

  @Test
  void findsNothingWhereThereIsNothing() {
    assertThat(values("(0010,0010)")).isEmpty();
    assertThat(values("(0040,0275)[3].(0008,0050)")).isEmpty();
    assertThat(values("pixels")).isEmpty();
    assertThat(values("(0010,0020) and more")).isEmpty();
  }

  private List<String> values(String path) {
    return PathValues.of(data, path);
  }
}
