package org.lucina.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lucina.dicom.Tag;
import org.lucina.dicom.VR;
import org.lucina.dicom.testing.Tool;

/** Broken and hostile pixel data give an error of input, and nothing else. */
class HostilePixelsTest {
  @TempDir private Path temp;

  @Test
  void damagedFilesGiveErrorsOfInput() throws Exception {
    TestImage image = TestImage.of("RGB", 8, 8, false);
    damage(image.file(), 300);
    damage(TestImage.of("MONOCHROME2", 1, 1, false).file(), 300);
    damage(TestImage.of("MONOCHROME2", 16, 12, true).rle().file(), 600);
    image.writeTo(temp);
    Tool.run(temp, "dcmcjpeg", "+eb", "image.dcm", "jpeg.dcm");
    damage(Files.readAllBytes(temp.resolve("jpeg.dcm")), 600);
  }

  private static void damage(byte[] file, int rounds) {
    SplittableRandom random = new SplittableRandom(17);
    for (int round = 0; round < rounds; round++) {
      byte[] damaged = file.clone();
      for (int i = random.nextInt(5); i >= 0; i--) {
        damaged[150 + random.nextInt(damaged.length - 150)] = (byte) random.nextInt();
      }
      try {
        TestImage.blackedOut(damaged, new Region(1, 1, 9, 9));
      } catch (IOException ofInput) {
        assertThat(ofInput).hasMessageNotContaining("null");
      }
    }
  }

  @Test
  void framesWithoutNumberAreRefused() {
    TestImage image = TestImage.of("MONOCHROME2", 16, 12, true);
    image.data.set(Tag.Rows, VR.US, 65_535).set(Tag.Columns, VR.US, 65_535);
    image.data.set(Tag.NumberOfFrames, Integer.toString(Integer.MAX_VALUE));
    assertThatThrownBy(() -> TestImage.blackedOut(image.file(), new Region(0, 0, 1, 1)))
        .isInstanceOf(PixelDataException.class)
        .hasMessageContaining("as many frames");
  }
}
