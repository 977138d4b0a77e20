package org.lucina.image;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.params.provider.MethodSource;
import org.lucina.dicom.Bytes;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Element;
import org.lucina.dicom.Fragments;
import org.lucina.dicom.Tag;
import org.lucina.dicom.TransferSyntax;
import org.lucina.dicom.UID;
import org.lucina.dicom.VR;
import org.lucina.dicom.Value;

/** Any bytes are blacked out, or refused; what was blacked out is so once and for all. */
class BlackoutFuzzTest {
  private static final Region REGION = new Region(1, 2, 9, 5);

  static Stream<byte[]> seeds() throws IOException {
    return Stream.of(
        TestImage.of("RGB", 8, 8, false).file(),
        TestImage.of("YBR_FULL_422", 8, 8, false).planar().in(TransferSyntax.EXPLICIT_BE).file(),
        TestImage.of("MONOCHROME1", 1, 1, false).file(),
        TestImage.of("MONOCHROME2", 16, 12, true).rle().file(),
        TestImage.of("RGB", 8, 8, false).rle().file(),
        jpeg());
  }

  @MethodSource("seeds")
  @FuzzTest(maxDuration = "60s")
  void blackOut(byte[] bytes) {
    byte[] once;
    try {
      once = TestImage.blackedOut(bytes, REGION);
    } catch (IOException refused) {
      return;
    }
    try {
      assertThat(pixels(TestImage.blackedOut(once, REGION)).equals(pixels(once))).isTrue();
    } catch (IOException refusedNow) {
      throw new UncheckedIOException(refusedNow);
    }
  }

  private static Optional<Value> pixels(byte[] file) throws IOException {
    return TestImage.read(file).dataSet().get(Tag.PixelData).map(Element::value);
  }

  private static byte[] jpeg() throws IOException {
    TestImage image = TestImage.of("MONOCHROME2", 8, 8, false);
    DataSet data = image.data.set(Tag.NumberOfFrames, "1");
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    BufferedImage gray =
        new BufferedImage(TestImage.COLUMNS, TestImage.ROWS, BufferedImage.TYPE_BYTE_GRAY);
    ImageIO.write(gray, "jpeg", out);
    Bytes stream = Bytes.of(Arrays.copyOf(out.toByteArray(), out.size() + out.size() % 2));
    data.put(
        new Element(Tag.PixelData, VR.OB, new Fragments(Bytes.of(new byte[0]), List.of(stream))));
    return image.in(TransferSyntax.of(UID.JPEGBaseline8Bit)).file();
  }
}
