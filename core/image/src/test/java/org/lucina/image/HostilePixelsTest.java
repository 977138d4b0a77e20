package org.lucina.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lucina.dicom.Bytes;
import org.lucina.dicom.Element;
import org.lucina.dicom.Fragments;
import org.lucina.dicom.Tag;
import org.lucina.dicom.TransferSyntax;
import org.lucina.dicom.UID;
import org.lucina.dicom.VR;
import org.lucina.dicom.Value;
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

  @Test
  void overlaysLargerThanAnyCanBeAreRefusedBeforeMemoryIsTakenForThem() {
    TestImage image = TestImage.of("MONOCHROME2", 8, 8, false);
    image.data.set(0x60000010, VR.UL, Integer.MAX_VALUE).set(0x60000011, VR.UL, 1);
    image.data.set(0x60003000, VR.OW, new byte[2]);
    assertThatThrownBy(() -> TestImage.blackedOut(image.file(), new Region(0, 0, 1, 1)))
        .isInstanceOf(PixelDataException.class)
        .hasMessageContaining("larger than any can be");
  }

  @Test
  void offsetsThatAreNoNumbersAreRefused() throws Exception {
    Fragments four =
        new Fragments(Bytes.of(new byte[0]), Collections.nCopies(4, (Value) Bytes.of(new byte[2])));
    TestImage image = TestImage.of("MONOCHROME2", 8, 8, false);
    image.data.put(new Element(Tag.PixelData, VR.OB, four));
    image.data.set(Tag.ExtendedOffsetTable, VR.LO, "none");
    image.in(TransferSyntax.of(UID.JPEGBaseline8Bit));
    assertThatThrownBy(() -> TestImage.blackedOut(image.file(), new Region(0, 0, 1, 1)))
        .isInstanceOf(PixelDataException.class)
        .hasMessageContaining("no offsets");
  }

  /** Each takes the decoder as long as the first did, and may have a few bytes only. */
  @Test
  void scansWithoutNumberAreRefused() throws Exception {
    TestImage image = TestImage.of("MONOCHROME2", 8, 8, false);
    image.writeTo(temp);
    Tool.run(temp, "dcmcjpeg", "+eb", "image.dcm", "jpeg.dcm");
    Element pixels =
        TestImage.read(Files.readAllBytes(temp.resolve("jpeg.dcm")))
            .dataSet()
            .get(Tag.PixelData)
            .orElseThrow();
    byte[] frame = ((Bytes) ((Fragments) pixels.value()).fragments().get(0)).toArray();
    JpegDecoder decoder = new JpegDecoder(image.description(), UID.JPEGBaseline8Bit);
    assertThat(JpegHeader.scans(frame)).isOne();
    assertThat(decoder.decode(frame)).hasSize(image.description().frameLength());

    byte[] scan = {(byte) 0xFF, (byte) 0xDA, 0, 8, 1, 1, 0, 0, 63, 0};
    ByteArrayOutputStream many = new ByteArrayOutputStream();
    many.writeBytes(frame);
    for (int i = 0; i < 100; i++) {
      many.writeBytes(scan);
    }
    assertThatThrownBy(() -> decoder.decode(many.toByteArray()))
        .isInstanceOf(PixelDataException.class)
        .hasMessageContaining("more than 100 scans");
  }
}
