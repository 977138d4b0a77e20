package org.lucina.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lucina.dicom.Tag;
import org.lucina.dicom.VR;
import org.lucina.dicom.testing.ExternalTool;
import org.lucina.dicom.testing.Tool;

/** RLE Lossless is encoded so that others decode it, and decoded as others encode it. */
class RleTest {
  @TempDir private Path temp;

  @ParameterizedTest
  @CsvSource({
    "MONOCHROME2, 8",
    "MONOCHROME2, 16",
    "MONOCHROME2, 32",
    "RGB, 8",
    "RGB, 16",
    "YBR_FULL, 8"
  })
  void dcmtkReadsWhatIsWrittenAndWritesWhatIsRead(String photometric, int bits) throws Exception {
    TestImage image = runs(TestImage.of(photometric, bits, bits, false));
    List<byte[]> frames = TestImage.frames(image.file());
    Files.write(temp.resolve("native.dcm"), image.file());
    Files.write(temp.resolve("ours.dcm"), image.rle().file());

    Tool.run(temp, "dcmdrle", "ours.dcm", "decoded.dcm");
    Tool.run(temp, "dcmcrle", "native.dcm", "theirs.dcm");

    assertThat(frames(Files.readAllBytes(temp.resolve("decoded.dcm")))).isEqualTo(hashes(frames));
    assertThat(frames(Files.readAllBytes(temp.resolve("theirs.dcm")))).isEqualTo(hashes(frames));
  }

  private static List<Integer> frames(byte[] file) throws IOException {
    return hashes(TestImage.frames(file));
  }

  private static List<Integer> hashes(List<byte[]> frames) {
    return frames.stream().map(Arrays::hashCode).toList();
  }

  @Test
  void pydicomReadsWhatIsWritten() throws Exception {
    ExternalTool python = ExternalTool.orSkip("python3", "python3-pydicom");
    TestImage image = runs(TestImage.of("RGB", 16, 16, false)).planar();
    List<byte[]> frames = TestImage.frames(image.file());
    Path file = Files.write(temp.resolve("ours.dcm"), image.rle().file());
    String script =
        """
        import sys
        sys.path.append('/usr/lib/python3/dist-packages')
        try:
          import pydicom
          from pydicom.encaps import generate_pixel_data_frame
          from pydicom.pixel_data_handlers.rle_handler import _rle_decode_frame
        except ImportError:
          print('absent'); sys.exit()
        data = pydicom.dcmread(sys.argv[1])
        for frame in generate_pixel_data_frame(data.PixelData, 3):
          print(_rle_decode_frame(frame, data.Rows, data.Columns, 3, 16).hex())
        """;
    String output = python.run("-c", script, file.toString()).output().strip();
    assumeFalse(output.equals("absent"), "no pydicom");

    assertThat(output.lines())
        .containsExactlyElementsOf(frames.stream().map(HexFormat.of()::formatHex).toList());
  }

  @Test
  void anyFrameComesBackAsItWas() throws IOException {
    SplittableRandom random = new SplittableRandom(3);
    for (int round = 0; round < 300; round++) {
      int columns = 1 + random.nextInt(300);
      int rows = 1 + random.nextInt(5);
      byte[] frame = new byte[columns * rows * 2];
      int alike = 1 + random.nextInt(140);
      for (int i = 0; i < frame.length; i++) {
        frame[i] = (byte) (i == 0 || random.nextInt(alike) == 0 ? random.nextInt(4) : frame[i - 1]);
      }
      PixelDescription pixels =
          new PixelDescription(
              rows, columns, 1, 1, false, Photometric.MONOCHROME2, 16, 16, 15, false, false);
      byte[] encoded = RleFrame.encode(frame, pixels).toBytes();
      assertThat(RleFrame.parse(encoded, pixels).decode(pixels)).isEqualTo(frame);
      assertThat(encoded.length % 2).isZero();
    }
  }

  @Test
  void runsEndWithTheirRow() {
    assertThat(RleSegment.encode(new byte[300], 150))
        .containsExactly(-127, 0, -21, 0, -127, 0, -21, 0);
  }

  @Test
  void refusesFramesThatAreBroken() throws IOException {
    TestImage image = TestImage.of("MONOCHROME2", 16, 16, false);
    PixelDescription pixels = image.description();
    byte[] encoded = RleFrame.encode(TestImage.frames(image.file()).get(0), pixels).toBytes();
    assertBroken(new byte[10], pixels);
    assertBroken(new byte[64], pixels);
    byte[] cut = Arrays.copyOf(encoded, encoded.length - 20);
    assertBroken(cut, pixels);
    byte[] lost = encoded.clone();
    lost[9] = 0x7F;
    assertBroken(lost, pixels);
    byte[] beyond = encoded.clone();
    beyond[11] = 0x7F;
    assertBroken(beyond, pixels);
    byte[] three = encoded.clone();
    three[0] = 3;
    assertBroken(three, pixels);
  }

  private static void assertBroken(byte[] frame, PixelDescription pixels) {
    assertThatThrownBy(() -> RleFrame.parse(frame, pixels).decode(pixels))
        .isInstanceOf(PixelDataException.class)
        .hasMessageStartingWith("an RLE");
  }

  private static TestImage runs(TestImage image) {
    byte[] value = image.data.bytes(Tag.PixelData).orElseThrow().toArray();
    for (int i = 0; i < value.length; i++) {
      value[i] = (byte) (i / 40 % 3 == 0 ? i / 1000 : value[i]);
    }
    return image.pixels(value, value.length % 2 == 0 ? VR.OW : VR.OB);
  }
}
