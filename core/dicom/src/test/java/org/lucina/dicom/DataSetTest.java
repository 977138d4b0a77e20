package org.lucina.dicom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A data set gives its values in the form asked for. */
class DataSetTest {

  @Test
  void keepsElementsInOrderOfUnsignedTag() {
    DataSet dataSet =
        new DataSet()
            .set(0xFFFCFFFC, VR.OB, new byte[2])
            .set(Tag.PixelData, VR.OW, new byte[2])
            .set(Tag.SOPClassUID, UID.CTImageStorage);
    assertThat(dataSet)
        .extracting(Element::tag)
        .containsExactly(Tag.SOPClassUID, Tag.PixelData, 0xFFFCFFFC);
  }

  @Test
  void takesTheVrFromTheDictionary() {
    assertThat(new DataSet().set(Tag.Rows, "512").get(Tag.Rows).orElseThrow().vr())
        .isEqualTo(VR.US);
    assertThatThrownBy(() -> new DataSet().set(0x00091001, "x"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("(0009,1001)");
  }

  @Test
  void givesTextWithoutPadding() {
    DataSet dataSet = new DataSet();
    dataSet.put(text(Tag.PatientID, VR.LO, " A B  "));
    dataSet.put(text(Tag.SOPClassUID, VR.UI, "1.2.3\0"));
    dataSet.put(text(Tag.ImageType, VR.CS, "ORIGINAL\\\\AXIAL "));
    dataSet.put(text(Tag.PatientComments, VR.LT, "  one\\two "));
    dataSet.put(text(Tag.AccessionNumber, VR.SH, "   "));
    assertThat(dataSet.string(Tag.PatientID)).contains("A B");
    assertThat(dataSet.string(Tag.SOPClassUID)).contains("1.2.3");
    assertThat(dataSet.strings(Tag.ImageType)).containsExactly("ORIGINAL", "", "AXIAL");
    assertThat(dataSet.strings(Tag.PatientComments)).containsExactly("  one\\two");
    assertThat(dataSet.string(Tag.AccessionNumber)).isEmpty();
    assertThat(dataSet.strings(Tag.AccessionNumber)).isEmpty();
    assertThat(dataSet.strings(Tag.StudyID)).isEmpty();
  }

  @Test
  void givesNumbersFromBinaryAndText() {
    DataSet dataSet =
        new DataSet()
            .set(Tag.Rows, VR.US, 65535)
            .set(Tag.PixelSpacing, "0.5", "+2.5E-1")
            .set(Tag.InstanceNumber, "007")
            .set(Tag.SeriesNumber, "3.0")
            .set(Tag.FrameIncrementPointer, VR.AT, Tag.FrameTime)
            .set(Tag.SimpleFrameList, VR.UL, -1)
            .set(Tag.ExtendedOffsetTable, VR.OV, "18446744073709551615")
            .set(Tag.RealWorldValueSlope, VR.FD, 0.1)
            .set(Tag.PatientID, "none");
    assertThat(dataSet.integer(Tag.Rows)).hasValue(65535);
    assertThat(dataSet.decimals(Tag.PixelSpacing)).containsExactly(0.5, 0.25);
    assertThat(dataSet.integer(Tag.InstanceNumber)).hasValue(7);
    assertThat(dataSet.integer(Tag.SeriesNumber)).hasValue(3);
    assertThat(dataSet.integer(Tag.FrameIncrementPointer)).hasValue(Tag.FrameTime);
    assertThat(dataSet.string(Tag.FrameIncrementPointer)).contains("00181063");
    assertThat(dataSet.integer(Tag.SimpleFrameList)).isEmpty();
    assertThat(dataSet.longInteger(Tag.SimpleFrameList)).hasValue(4294967295L);
    assertThat(dataSet.string(Tag.ExtendedOffsetTable)).contains("18446744073709551615");
    assertThat(dataSet.string(Tag.RealWorldValueSlope)).contains("0.1");
    assertThat(dataSet.integer(Tag.PatientID)).isEmpty();
    assertThat(dataSet.decimal(Tag.StudyID)).isEmpty();
  }

  @Test
  void writesDecimalsThatFitADecimalString() {
    DataSet dataSet = new DataSet().set(Tag.PixelSpacing, VR.DS, 1.0 / 3, -1.0e-10 / 3, 2);
    assertThat(dataSet.strings(Tag.PixelSpacing))
        .containsExactly("0.33333333333333", "-3.333333333E-11", "2")
        .allSatisfy(text -> assertThat(text.length()).isLessThanOrEqualTo(16));
  }

  @Test
  void readsUnknownVrsAsTheDictionaryHasThem() {
    DataSet dataSet = new DataSet();
    dataSet.put(text(Tag.PatientID, VR.UN, "ID7 "));
    dataSet.put(new Element(Tag.Rows, VR.UN, Bytes.of(new byte[] {0, 2})));
    assertThat(dataSet.string(Tag.PatientID)).contains("ID7");
    assertThat(dataSet.integer(Tag.Rows)).hasValue(512);
  }

  @Test
  void findsPrivateElementsByTheirCreator() {
    DataSet dataSet =
        new DataSet()
            .set(0x00290010, VR.LO, "OTHER")
            .set(0x00290011, VR.LO, "LUCINA")
            .set(0x00291001, VR.LO, "wrong")
            .set(0x00291101, VR.LO, "right");
    assertThat(dataSet.get("LUCINA", 0x00290001).orElseThrow().tag()).isEqualTo(0x00291101);
    assertThat(dataSet.get("LUCINA", 0x00290002)).isEmpty();
    assertThat(dataSet.get("NOBODY", 0x00290001)).isEmpty();
  }

  @Test
  void decodesItemsByTheCharacterSetOfTheirParent() {
    DataSet item = new DataSet();
    item.put(
        new Element(Tag.CodeMeaning, VR.LO, Bytes.of("Ärzte ".getBytes(StandardCharsets.UTF_8))));
    DataSet parent =
        new DataSet()
            .set(Tag.SpecificCharacterSet, "ISO_IR 192")
            .set(Tag.ProcedureCodeSequence, List.of(item));
    assertThat(item.parent()).contains(parent);
    assertThat(item.string(Tag.CodeMeaning)).contains("Ärzte");
    item.set(Tag.SpecificCharacterSet, "ISO_IR 100").set(Tag.CodeValue, "Ü");
    assertThat(item.bytes(Tag.CodeValue).orElseThrow().toArray())
        .containsExactly((byte) 0xDC, (byte) ' ');
  }

  /** Found by fuzzing: such a value was to be decoded by the character set that it declares. */
  @Test
  void readsTheCharacterSetWhateverItsVrAndContent() {
    DataSet dataSet = new DataSet();
    dataSet.put(text(Tag.SpecificCharacterSet, VR.SH, "~ISO_IR 192"));
    dataSet.put(text(Tag.PatientID, VR.LO, "A~B "));

    assertThat(dataSet.strings(Tag.SpecificCharacterSet)).containsExactly("~ISO_IR 192");
    assertThat(dataSet.string(Tag.PatientID)).contains("A~B");

    dataSet.put(text(Tag.SpecificCharacterSet, VR.SH, "ISO_IR 192"));
    byte[] name = "Ärzte ".getBytes(StandardCharsets.UTF_8);
    dataSet.put(new Element(Tag.PatientID, VR.LO, Bytes.of(name)));

    assertThat(dataSet.string(Tag.PatientID)).contains("Ärzte");
  }

  @Test
  void padsValuesToEvenLength() {
    DataSet dataSet = new DataSet().set(Tag.SOPClassUID, "1.2").set(Tag.PatientID, "ABC");
    assertThat(dataSet.bytes(Tag.SOPClassUID).orElseThrow().toArray())
        .isEqualTo("1.2\0".getBytes(StandardCharsets.US_ASCII));
    assertThat(dataSet.bytes(Tag.PatientID).orElseThrow().toArray())
        .isEqualTo("ABC ".getBytes(StandardCharsets.US_ASCII));
  }

  @Test
  void forgetsWhatIsRemoved() {
    DataSet dataSet = new DataSet().set(Tag.PatientID, "A").setEmpty(Tag.PatientName, VR.PN);
    assertThat(dataSet.remove(Tag.PatientID)).isPresent();
    assertThat(dataSet.remove(Tag.PatientID)).isEmpty();
    assertThat(dataSet.contains(Tag.PatientName)).isTrue();
    assertThat(dataSet.string(Tag.PatientName)).isEmpty();
    assertThat(dataSet.size()).isEqualTo(1);
  }

  private static Element text(int tag, VR vr, String value) {
    return new Element(tag, vr, Bytes.of(value.getBytes(StandardCharsets.US_ASCII)));
  }
}
