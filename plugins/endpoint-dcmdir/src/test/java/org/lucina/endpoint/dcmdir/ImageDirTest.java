package org.lucina.endpoint.dcmdir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lucina.endpoint.dcmdir.Objects.dixel;
import static org.lucina.endpoint.dcmdir.Objects.open;
import static org.lucina.endpoint.dcmdir.Objects.reference;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Tag;
import org.lucina.dicom.TransferSyntax;
import org.lucina.dicom.VR;
import org.lucina.dicom.testing.SyntheticObject;
import org.lucina.dicom.testing.SyntheticObjects;
import org.lucina.spi.endpoint.Endpoint;
import org.lucina.spi.endpoint.EndpointException;

class ImageDirTest {
  private final SyntheticObjects objects = new SyntheticObjects(10);

  @TempDir private Path folder;

  @Test
  void stretchesValuesFromBlackToWhite() throws Exception {
    SyntheticObject object = image(16, 1, "MONOCHROME2", 2, 2, -1000, -500, 0, 1000);

    BufferedImage picture = put(object);
    assertThat(grey(picture)).containsExactly(0, 64, 128, 255);
  }

  @Test
  void aMonochrome1ImageIsDarkWhereItsValuesAreGreat() throws Exception {
    assertThat(grey(put(image(8, 0, "MONOCHROME1", 2, 1, 10, 20)))).containsExactly(255, 0);
  }

  @Test
  void theBytesOfBigEndianObjectsAreRead() throws Exception {
    SyntheticObject little = image(16, 0, "MONOCHROME2", 3, 1, 0, 256, 512);
    SyntheticObject object = objects.in(TransferSyntax.EXPLICIT_BE, little);

    assertThat(grey(put(object))).containsExactly(0, 128, 255);
  }

  @Test
  void keepsColours() throws Exception {
    SyntheticObject object = image(8, 0, "RGB", 2, 1, 255, 0, 0, 10, 20, 30);
    object.dataSet().set(Tag.SamplesPerPixel, VR.US, 3);

    BufferedImage picture = put(object);
    assertThat(picture.getRGB(0, 0) & 0xFFFFFF).isEqualTo(0xFF0000);
    assertThat(picture.getRGB(1, 0) & 0xFFFFFF).isEqualTo(0x0A141E);
  }

  @Test
  void takesColourByColour() throws Exception {
    SyntheticObject object = image(8, 0, "RGB", 2, 1, 255, 10, 0, 20, 0, 30);
    object.dataSet().set(Tag.SamplesPerPixel, VR.US, 3).set(Tag.PlanarConfiguration, VR.US, 1);

    assertThat(put(object).getRGB(1, 0) & 0xFFFFFF).isEqualTo(0x0A141E);
  }

  @Test
  void makesGreatImagesSmaller() throws Exception {
    SyntheticObject object = image(8, 0, "MONOCHROME2", 4, 2, 0, 0, 9, 9, 0, 0, 9, 9);
    BufferedImage picture = put(object, "max-size", "2");

    assertThat(picture.getHeight()).isEqualTo(1);
    assertThat(grey(picture)).containsExactly(0, 255);
    assertThat(put(objects.ct(1, 1, 1, 1), "max-size", "100").getWidth()).isEqualTo(100);
  }

  @Test
  void numbersTheFramesOfOneObject() throws Exception {
    SyntheticObject object = objects.multiFrame(1, 1, 1, 1, 3);
    try (Endpoint images = open(new ImageDirProvider(), folder, "layout", "flat")) {
      assertThat(images.exists(reference(object))).isFalse();
      images.put(dixel(object));
      images.put(dixel(object));

      assertThat(images.exists(reference(object))).isTrue();
      for (int frame = 1; frame <= 3; frame++) {
        Path file = folder.resolve(object.sopInstance() + "-0000" + frame + ".png");
        assertThat(ImageIO.read(file.toFile()).getWidth()).isEqualTo(64);
      }
    }
  }

  @Test
  void writesJpeg() throws Exception {
    assertThat(put(objects.ct(1, 1, 1, 1), "format", "jpg").getWidth()).isEqualTo(512);
  }

  @Test
  void refusesWhatItCannotShow() throws Exception {
    try (Endpoint images = open(new ImageDirProvider(), folder)) {
      assertRefused(images, objects.encapsulated(1, 1, 1, 1, 1, 1), "not read here");
      assertRefused(images, objects.report(1, 1, 1, 1), "no pixels that can be shown");
      SyntheticObject half = image(16, 0, "MONOCHROME2", 200, 2, 1);
      assertRefused(images, half, "less pixel data");
    }
  }

  private static void assertRefused(Endpoint images, SyntheticObject object, String message) {
    assertThatThrownBy(() -> images.put(dixel(object)))
        .isInstanceOfSatisfying(
            EndpointException.class,
            e -> assertThat(e.reason()).isEqualTo(EndpointException.Reason.REFUSED))
        .hasMessageContaining(message);
  }

  private BufferedImage put(SyntheticObject object, String... properties) throws Exception {
    try (Endpoint images = open(new ImageDirProvider(), folder, properties)) {
      String key = images.put(dixel(object)).key().orElseThrow();
      return ImageIO.read(folder.resolve(key).toFile());
    }
  }

  private SyntheticObject image(
      int bits, int signed, String photometric, int columns, int rows, int... values) {
    SyntheticObject object = objects.small(3, 1, 1, values.length + columns);
    DataSet data = object.dataSet();
    data.set(Tag.BitsAllocated, VR.US, bits).set(Tag.BitsStored, VR.US, bits);
    data.set(Tag.HighBit, VR.US, bits - 1).set(Tag.PixelRepresentation, VR.US, signed);
    data.set(Tag.Columns, VR.US, columns).set(Tag.Rows, VR.US, rows);
    data.set(Tag.PhotometricInterpretation, photometric);
    byte[] bytes = new byte[values.length * bits / 8];
    for (int i = 0; i < values.length; i++) {
      for (int b = 0; b < bits / 8; b++) {
        bytes[i * bits / 8 + b] = (byte) (values[i] >> 8 * b);
      }
    }
    data.set(Tag.PixelData, bits == 16 ? VR.OW : VR.OB, bytes);
    return object;
  }

  private static int[] grey(BufferedImage image) {
    int[] none = null;
    return image.getRaster().getPixels(0, 0, image.getWidth(), image.getHeight(), none);
  }
}
