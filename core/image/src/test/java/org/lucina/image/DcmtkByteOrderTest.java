package org.lucina.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lucina.dicom.Bytes;
import org.lucina.dicom.Tag;
import org.lucina.dicom.VR;
import org.lucina.dicom.testing.Tool;

/** It does not matter whether DCMTK turns the byte order before or after. */
class DcmtkByteOrderTest {
  private static final Region REGION = new Region(3, 2, 8, 5);

  @TempDir private Path temp;

  @ParameterizedTest
  @CsvSource({
    "MONOCHROME2, 1, OB",
    "MONOCHROME2, 1, OW",
    "MONOCHROME1, 1, OW",
    "MONOCHROME1, 8, OB",
    "MONOCHROME1, 8, OW",
    "YBR_FULL, 8, OW",
    "MONOCHROME1, 16, OW"
  })
  void blackedOutBeforeOrAfter(String photometric, int bits, VR vr) throws Exception {
    TestImage image = TestImage.of(photometric, bits, bits, false);
    image.pixels(image.data.bytes(Tag.PixelData).orElseThrow().toArray(), vr);
    Files.write(temp.resolve("before.dcm"), TestImage.blackedOut(image.file(), REGION));
    Files.write(temp.resolve("image.dcm"), image.file());
    Tool.run(temp, "dcmconv", "+tb", "before.dcm", "first.dcm");
    Tool.run(temp, "dcmconv", "+tb", "image.dcm", "turned.dcm");

    byte[] second = TestImage.blackedOut(Files.readAllBytes(temp.resolve("turned.dcm")), REGION);
    assertThat(pixels(second)).isEqualTo(pixels(Files.readAllBytes(temp.resolve("first.dcm"))));
  }

  private static Bytes pixels(byte[] file) throws Exception {
    return TestImage.read(file).dataSet().bytes(Tag.PixelData).orElseThrow();
  }
}
