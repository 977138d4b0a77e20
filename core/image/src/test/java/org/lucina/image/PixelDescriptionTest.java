package org.lucina.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Tag;
import org.lucina.dicom.TransferSyntax;
import org.lucina.dicom.UID;
import org.lucina.dicom.VR;
import org.lucina.dicom.testing.SyntheticObject;
import org.lucina.dicom.testing.SyntheticObjects;

/** What a data set says of its pixels is believed when it makes sense. */
class PixelDescriptionTest {
  @Test
  void tellsWhatTheDataSetSays() throws IOException {
    PixelDescription pixels = TestImage.of("RGB", 8, 8, false).planar().description();
    assertThat(pixels)
        .isEqualTo(
            new PixelDescription(13, 22, 3, 3, true, Photometric.RGB, 8, 8, 7, false, false));
  }

  @Test
  void namesTheAttributeThatIsWrong() {
    assertWrong("Rows (0028,0010)", data -> data.remove(Tag.Rows));
    assertWrong("Columns (0028,0011)", data -> data.set(Tag.Columns, VR.US, 0));
    assertWrong("Number of Frames (0028,0008)", data -> data.set(Tag.NumberOfFrames, "0"));
    assertWrong("Bits Allocated (0028,0100)", data -> data.set(Tag.BitsAllocated, VR.US, 12));
    assertWrong("Bits Stored (0028,0101)", data -> data.set(Tag.BitsStored, VR.US, 17));
    assertWrong("High Bit (0028,0102)", data -> data.set(Tag.HighBit, VR.US, 16));
    assertWrong("Samples per Pixel (0028,0002)", data -> data.set(Tag.SamplesPerPixel, VR.US, 3));
    assertWrong(
        "Photometric Interpretation (0028,0004)",
        data -> data.set(Tag.PhotometricInterpretation, "Doe^Jane"));
    assertWrong(
        "pixel data have 10 bytes where 1716 are needed",
        data -> data.set(Tag.PixelData, VR.OW, new byte[10]));
  }

  private static void assertWrong(String message, Consumer<DataSet> change) {
    TestImage image = TestImage.of("MONOCHROME2", 16, 16, false);
    change.accept(image.data);
    assertThatThrownBy(() -> TestImage.blackedOut(image.file(), new Region(0, 0, 1, 1)))
        .isInstanceOf(PixelDataException.class)
        .hasMessageContaining(message)
        .hasMessageNotContaining("Doe");
  }

  @Test
  void namesTheTransferSyntaxThatNoCodecTakes() {
    SyntheticObject object = new SyntheticObjects(3).encapsulated(1, 1, 1, 1, 3, 1);
    assertThatThrownBy(() -> TestImage.blackedOut(object.file(), new Region(0, 0, 1, 1)))
        .isInstanceOf(PixelDataException.class)
        .hasMessageContaining("JPEG 2000 Image Compression (Lossless Only)")
        .hasMessageContaining(UID.JPEG2000Lossless);
    SyntheticObject jpeg =
        new SyntheticObjects(3).in(TransferSyntax.of(UID.JPEGBaseline8Bit), object);
    assertThatThrownBy(() -> TestImage.blackedOut(jpeg.file(), new Region(0, 0, 1, 1)))
        .isInstanceOf(PixelDataException.class)
        .hasMessageContaining("no JPEG stream");
  }

  @Test
  void framesOfSingleBitsBeginAnywhereInAByte() throws IOException {
    PixelDescription pixels =
        new PixelDescription(3, 3, 4, 1, false, Photometric.MONOCHROME2, 1, 1, 0, false, false);
    byte[] value = {0b0101_0101, 0b0011_0010, 0b0111_0110, (byte) 0b1001_1001, 0b0000_1111, 0};
    NativeFrames frames =
        NativeFrames.of(pixels, VR.OB, false, new ByteArrayInputStream(value), value.length);
    assertThat(frames.next().orElseThrow()).containsExactly(0b0101_0101, 0);
    assertThat(frames.next().orElseThrow()).containsExactly(0b0001_1001, 1);
    assertThat(frames.next().orElseThrow()).containsExactly(0b0101_1101, 0);
    assertThat(frames.next().orElseThrow()).containsExactly(0b1111_0011 - 256 + 0, 1);
    assertThat(frames.next()).isEmpty();
  }
}
