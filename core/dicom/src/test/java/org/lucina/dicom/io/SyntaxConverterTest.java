package org.lucina.dicom.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Tag;
import org.lucina.dicom.TransferSyntax;
import org.lucina.dicom.VR;
import org.lucina.dicom.testing.SyntheticObject;
import org.lucina.dicom.testing.SyntheticObjects;

/** A data set keeps its values through every uncompressed syntax. */
class SyntaxConverterTest {
  private static final List<TransferSyntax> PLAIN =
      List.of(
          TransferSyntax.IMPLICIT_LE,
          TransferSyntax.EXPLICIT_LE,
          TransferSyntax.EXPLICIT_BE,
          TransferSyntax.DEFLATED_LE);

  static List<SyntheticObject> uncompressed() {
    return new SyntheticObjects(2)
        .everyKind().stream().filter(object -> !object.syntax().encapsulated()).toList();
  }

  @ParameterizedTest
  @MethodSource("uncompressed")
  void bringsTheSameValuesBackFromEverySyntax(SyntheticObject object) throws IOException {
    byte[] original = convert(object.bare(), object.syntax(), TransferSyntax.EXPLICIT_LE);
    for (TransferSyntax syntax : PLAIN) {
      byte[] there = convert(object.bare(), object.syntax(), syntax);
      byte[] back = convert(there, syntax, TransferSyntax.EXPLICIT_LE);
      if (syntax.explicitVr()) {
        assertThat(back).isEqualTo(original);
      } else {
        // An implicit syntax forgets the VR of private elements.
        assertThat(back.length).isCloseTo(original.length, org.assertj.core.data.Offset.offset(64));
      }
    }
  }

  @Test
  void writesWhatItDeclaresInBigEndian() throws IOException {
    DataSet data = new DataSet().set(Tag.Rows, VR.US, 258);
    data.set(Tag.PixelData, VR.OW, new byte[] {1, 2, 3, 4});
    byte[] big = convert(bare(data), TransferSyntax.EXPLICIT_LE, TransferSyntax.EXPLICIT_BE);
    assertThat(big)
        .containsExactly(
            0, 0x28, 0, 0x10, 'U', 'S', 0, 2, 1, 2, //
            0x7F, 0xE0, 0, 0x10, 'O', 'W', 0, 0, 0, 0, 0, 4, 2, 1, 4, 3);
  }

  @Test
  void leavesGroupLengthsOut() throws IOException {
    DataSet data = new DataSet().set(0x00080000, VR.UL, 99).set(Tag.Modality, "CT");
    byte[] implicit = convert(bare(data), TransferSyntax.EXPLICIT_LE, TransferSyntax.IMPLICIT_LE);
    assertThat(implicit).containsExactly(8, 0, 0x60, 0, 2, 0, 0, 0, 'C', 'T');
  }

  @Test
  void refusesToEncodePixelData() throws IOException {
    SyntheticObject pixels = new SyntheticObjects(3).encapsulated(0, 0, 0, 0, 1, 1);
    assertThatThrownBy(() -> convert(pixels.bare(), pixels.syntax(), TransferSyntax.EXPLICIT_LE))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static byte[] bare(DataSet data) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (DicomWriter writer = DicomWriter.of(out)) {
      writer.writeDataSet(data, TransferSyntax.EXPLICIT_LE);
    }
    return out.toByteArray();
  }

  private static byte[] convert(byte[] bytes, TransferSyntax from, TransferSyntax to)
      throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (DicomReader reader =
        DicomReader.ofDataSet(
            new ByteArrayInputStream(bytes), from, DicomReader.Options.IN_MEMORY)) {
      SyntaxConverter.convert(reader, to, out);
    }
    return out.toByteArray();
  }
}
