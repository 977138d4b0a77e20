package org.lucina.dicom.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lucina.dicom.io.Encoded.UNDEFINED;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.DicomFormatException;
import org.lucina.dicom.Tag;
import org.lucina.dicom.TransferSyntax;
import org.lucina.dicom.UID;

/** Files that break rules are read as DCMTK reads them, or refused with the place of the fault. */
class ToleranceTest {
  private static final int SEQUENCE = Tag.ReferencedImageSequence;
  private static final Encoded REFERENCE =
      Encoded.explicit().text(Tag.ReferencedSOPClassUID, "UI", "1.2");

  @Test
  void guessesTheSyntaxOfABareDataSet() throws IOException {
    assertThat(syntaxOf(patient(Encoded.explicit()))).isEqualTo(TransferSyntax.EXPLICIT_LE);
    assertThat(syntaxOf(patient(Encoded.implicit()))).isEqualTo(TransferSyntax.IMPLICIT_LE);
    assertThat(syntaxOf(patient(Encoded.bigEndian()))).isEqualTo(TransferSyntax.EXPLICIT_BE);
  }

  @Test
  void guessesTheSyntaxThatFileMetaDoesNotName() throws IOException {
    Encoded meta = Encoded.file("").text(0x00020002, "UI", "1.2");
    assertThat(syntaxOf(meta.add(patient(Encoded.implicit()))))
        .isEqualTo(TransferSyntax.IMPLICIT_LE);
    assertThat(syntaxOf(Encoded.file("").add(patient(Encoded.explicit()))))
        .isEqualTo(TransferSyntax.EXPLICIT_LE);
  }

  @Test
  void readsFileMetaInImplicitVr() throws IOException {
    Encoded file =
        Encoded.file("")
            .add(Encoded.implicit().text(0x00020010, "UI", UID.ExplicitVRLittleEndian))
            .add(patient(Encoded.explicit()));
    assertThat(syntaxOf(file)).isEqualTo(TransferSyntax.EXPLICIT_LE);
    unchanged(file);
  }

  @Test
  void readsFileMetaWithoutPreamble() throws IOException {
    Encoded file =
        Encoded.explicit()
            .text(0x00020010, "UI", UID.ExplicitVRBigEndian)
            .add(patient(Encoded.bigEndian()));
    assertThat(syntaxOf(file)).isEqualTo(TransferSyntax.EXPLICIT_BE);
    unchanged(file);
  }

  @Test
  void doesNotTrustGroupLengths() throws IOException {
    Encoded file =
        Encoded.file("")
            .header(0x00020000, "UL", 4)
            .bytes((byte) 0xFF, (byte) 0xFF, (byte) 0, (byte) 0)
            .text(0x00020010, "UI", UID.ExplicitVRLittleEndian)
            .header(0x00080000, "UL", 4)
            .bytes((byte) 1, (byte) 0, (byte) 0, (byte) 0)
            .add(patient(Encoded.explicit()));
    assertThat(unchanged(file).dataSet().string(Tag.PatientID)).contains("ID");
  }

  @Test
  void takesCapitalLettersForAVrToComeAndOthersForAFault() throws IOException {
    Encoded file =
        plain()
            .header(0x00200010, "ZZ", 4)
            .bytes((byte) 1, (byte) 2, (byte) 3, (byte) 4)
            .header(0x00200011, "??", 2)
            .bytes((byte) 1, (byte) 2);
    DataSet dataSet = unchanged(file).dataSet();
    assertThat(dataSet.bytes(0x00200010).orElseThrow().length()).isEqualTo(4);
    assertThat(dataSet.bytes(0x00200011).orElseThrow().length()).isEqualTo(2);
  }

  @Test
  void keepsOddLengthsAndTheOrderOfTags() throws IOException {
    Encoded file = plain().header(0x00200010, "SH", 3).bytes((byte) 'a', (byte) 'b', (byte) 'c');
    file.text(Tag.AccessionNumber, "SH", "A1");
    assertThat(unchanged(file).dataSet().string(Tag.StudyID)).contains("abc");
  }

  @Test
  void keepsZerosAfterTheDataSet() throws IOException {
    for (int zeros : new int[] {1, 2, 7, 8, 13, 200}) {
      assertThat(unchanged(plain().bytes(new byte[zeros])).padding()).isEqualTo(zeros);
    }
  }

  @Test
  void refusesOtherBytesAfterTheDataSet() {
    refused(plain().bytes((byte) 1), "within a header");
    refused(plain().bytes(new byte[20]).bytes((byte) 1), "after the zeros");
  }

  @Test
  void endsASequenceWithTheItemThatIsTooLongForIt() throws IOException {
    Encoded file = plain().header(SEQUENCE, "SQ", 10).item(REFERENCE.size()).add(REFERENCE);
    file.text(Tag.StudyID, "SH", "1");
    DataSet dataSet = read(file).dataSet();
    assertThat(dataSet.items(SEQUENCE).get(0).size()).isEqualTo(1);
    assertThat(dataSet.string(Tag.StudyID)).contains("1");
  }

  @Test
  void passesOverDelimitersThatEndNothing() throws IOException {
    int length = REFERENCE.size() + 8;
    Encoded inItem = plain().header(SEQUENCE, "SQ", length + 8).item(length).add(REFERENCE);
    inItem.itemEnd().text(Tag.StudyID, "SH", "1");
    assertThat(read(inItem).dataSet().string(Tag.StudyID)).contains("1");

    Encoded inSequence = plain().header(SEQUENCE, "SQ", length + 8).item(length - 8);
    inSequence.add(REFERENCE).sequenceEnd().text(Tag.StudyID, "SH", "1");
    assertThat(read(inSequence).dataSet().string(Tag.StudyID)).contains("1");
  }

  @Test
  void refusesSequencesAndItemsWithoutEnd() {
    refused(
        plain().header(SEQUENCE, "SQ", UNDEFINED).item(REFERENCE.size()).add(REFERENCE),
        "within a header at (0008,1140)[1]");
    refused(
        plain().header(SEQUENCE, "SQ", UNDEFINED).item(UNDEFINED).add(REFERENCE).sequenceEnd(),
        "delimiter where an element is expected at (0008,1140)[1].(FFFE,E0DD)");
    refused(plain().itemEnd(), "delimiter");
  }

  @Test
  void refusesValuesLongerThanTheirItem() {
    refused(
        plain().header(SEQUENCE, "SQ", 8 + REFERENCE.size()).item(9).add(REFERENCE),
        "longer than its item at (0008,1140)[1].(0008,1150)");
  }

  @Test
  void refusesUndefinedLengthsOfText() {
    refused(plain().header(Tag.TextValue, "UT", UNDEFINED).sequenceEnd(), "undefined length");
  }

  @Test
  void refusesFragmentsWithoutEnd() {
    Encoded file = Encoded.file(UID.JPEGBaseline8Bit).header(Tag.PixelData, "OB", UNDEFINED);
    refused(file.item(0).item(4).bytes(new byte[4]), "within a header at (7FE0,0010)[2]");
    refused(file.itemEnd().sequenceEnd(), "fragment expected");
  }

  @Test
  void refusesADataSetThatIsNotDeflatedThoughItShould() {
    refused(
        Encoded.file(UID.DeflatedExplicitVRLittleEndian).add(patient(Encoded.explicit())), "byte");
  }

  private static Encoded plain() {
    return Encoded.file(UID.ExplicitVRLittleEndian).add(patient(Encoded.explicit()));
  }

  private static Encoded patient(Encoded in) {
    return in.text(Tag.Modality, "CS", "CT").text(Tag.PatientID, "LO", "ID");
  }

  private static TransferSyntax syntaxOf(Encoded file) throws IOException {
    return read(file).syntax();
  }

  private static DicomFile read(Encoded file) throws IOException {
    try (DicomReader reader =
        DicomReader.of(new ByteArrayInputStream(file.toArray()), DicomReader.Options.IN_MEMORY)) {
      return reader.readFile();
    }
  }

  private static DicomFile unchanged(Encoded file) throws IOException {
    DicomFile read = read(file);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (DicomWriter writer = DicomWriter.of(out)) {
      writer.writeFile(read);
    }
    assertThat(out.toByteArray()).isEqualTo(file.toArray());
    return read;
  }

  private static void refused(Encoded file, String why) {
    assertThatThrownBy(() -> read(file))
        .isInstanceOf(DicomFormatException.class)
        .hasMessageContaining(why);
  }
}
