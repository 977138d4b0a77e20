package org.lucina.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Tag;
import org.lucina.dicom.TransferSyntax;
import org.lucina.dicom.VR;
import org.lucina.dicom.io.DicomFile;
import org.lucina.dicom.testing.SharedData;
import org.lucina.dicom.testing.Tool;

/** JPEG decodes to what DCMTK decodes it to, and comes out native. */
class DcmtkJpegTest {
  private static final Region CORNER = new Region(0, 0, 9, 7);

  /** Left to decoders by the standard; DCMTK's happens to round alike. */
  private static final int TOLERANCE = 1;

  @TempDir private Path temp;

  @ParameterizedTest
  @ValueSource(strings = {"+cr", "+cy +s4", "+cy +s2", "+cy +np"})
  void coloursOfEachForm(String options) throws Exception {
    TestImage image = smooth("RGB");
    String[] arguments = (options + " +eb +q 95 image.dcm jpeg.dcm").split(" ");
    image.writeTo(temp);
    Tool.run(temp, "dcmcjpeg", arguments);
    assertAsDcmtk(Files.readAllBytes(temp.resolve("jpeg.dcm")), "+cp");
  }

  @ParameterizedTest
  @ValueSource(strings = {"MONOCHROME1", "MONOCHROME2"})
  void shadesOfGray(String photometric) throws Exception {
    smooth(photometric).writeTo(temp);
    Tool.run(temp, "dcmcjpeg", "+eb", "image.dcm", "jpeg.dcm");
    assertAsDcmtk(Files.readAllBytes(temp.resolve("jpeg.dcm")), "+cp");
  }

  static Stream<Path> real() {
    return SharedData.find().stream()
        .flatMap(data -> data.files().stream())
        .filter(DcmtkJpegTest::isJpeg);
  }

  private static boolean isJpeg(Path file) {
    try {
      DicomFile read = TestImage.read(Files.readAllBytes(file));
      return JpegDecoder.takes(read.syntax().uid())
          && read.dataSet().integer(Tag.BitsAllocated).orElse(0) == 8;
    } catch (IOException notDicom) {
      return false;
    }
  }

  @ParameterizedTest(allowZeroInvocations = true)
  @MethodSource("real")
  void realFiles(Path file) throws Exception {
    // Says RGB, but shares colour between pixels, which RGB cannot: DCMTK takes its word for it
    boolean liar = file.endsWith("python3-pydicom/SC_rgb_jpeg_lossy_gdcm.dcm");
    assertAsDcmtk(Files.readAllBytes(file), liar ? "+ca" : "+cp");
  }

  private void assertAsDcmtk(byte[] jpeg, String colours) throws Exception {
    byte[] after = TestImage.blackedOut(jpeg, CORNER);
    Files.write(temp.resolve("in.dcm"), jpeg);
    Tool.run(temp, "dcmdjpeg", colours, "in.dcm", "out.dcm");
    byte[] dcmtk = Files.readAllBytes(temp.resolve("out.dcm"));
    DataSet made = TestImage.read(after).dataSet();
    DataSet theirs = TestImage.read(dcmtk).dataSet();

    assertThat(TestImage.read(after).syntax()).isEqualTo(TransferSyntax.EXPLICIT_LE);
    assertThat(made.string(Tag.PhotometricInterpretation))
        .isEqualTo(theirs.string(Tag.PhotometricInterpretation));
    assertThat(made.string(Tag.LossyImageCompression)).hasValue("01");
    PixelDescription pixels = PixelDescription.of(made);
    List<byte[]> expected = TestImage.frames(dcmtk);
    List<byte[]> found = TestImage.frames(after);
    assertThat(found).hasSameSizeAs(expected);
    for (int frame = 0; frame < found.size(); frame++) {
      int worst = 0;
      for (int row = 0; row < pixels.rows(); row++) {
        for (int column = 0; column < pixels.columns(); column++) {
          for (int sample = 0; sample < pixels.samples(); sample++) {
            boolean black = row < 7 && column < 9;
            long value = TestImage.sample(found.get(frame), pixels, row, column, sample);
            if (black) {
              assertThat(value)
                  .isEqualTo(pixels.photometric() == Photometric.MONOCHROME1 ? 255 : 0);
            } else {
              long wanted =
                  TestImage.sample(
                      expected.get(frame), PixelDescription.of(theirs), row, column, sample);
              worst = (int) Math.max(worst, Math.abs(value - wanted));
            }
          }
        }
      }
      assertThat(worst).as("frame %d", frame).isLessThanOrEqualTo(TOLERANCE);
    }
  }

  private static TestImage smooth(String photometric) {
    TestImage image = TestImage.of(photometric, 8, 8, false);
    int samples = photometric.equals("RGB") ? 3 : 1;
    byte[] value = new byte[3 * TestImage.ROWS * TestImage.COLUMNS * samples];
    for (int i = 0; i < value.length; i++) {
      int pixel = i / samples;
      value[i] =
          (byte)
              (60
                  + 5 * (pixel % TestImage.COLUMNS)
                  + 3 * (pixel / TestImage.COLUMNS % TestImage.ROWS)
                  + 20 * (i % samples));
    }
    return image.pixels(
        value.length % 2 == 0 ? value : Arrays.copyOf(value, value.length + 1), VR.OB);
  }
}
