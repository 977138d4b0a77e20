package org.lucina.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.lucina.dicom.Bytes;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Fragments;
import org.lucina.dicom.Tag;
import org.lucina.dicom.TransferSyntax;
import org.lucina.dicom.VR;
import org.lucina.dicom.io.DicomFile;

/** Regions become black in all frames, whatever pixels are made of; all other pixels stay. */
class BlackoutTest {
  private static final Region[] REGIONS = {new Region(3, 2, 5, 4), new Region(17, 9, 90, 90)};

  static Stream<Arguments> kinds() {
    return Stream.of(
        Arguments.of("MONOCHROME2", 1, 1, false, List.of(0L)),
        Arguments.of("MONOCHROME1", 1, 1, false, List.of(1L)),
        Arguments.of("MONOCHROME2", 8, 8, false, List.of(0L)),
        Arguments.of("MONOCHROME2", 8, 8, true, List.of(0x80L)),
        Arguments.of("MONOCHROME1", 8, 8, false, List.of(255L)),
        Arguments.of("MONOCHROME2", 16, 12, false, List.of(0L)),
        Arguments.of("MONOCHROME2", 16, 16, true, List.of(0x8000L)),
        Arguments.of("MONOCHROME2", 16, 12, true, List.of(0xF800L)),
        Arguments.of("MONOCHROME1", 16, 12, false, List.of(0x0FFFL)),
        Arguments.of("MONOCHROME1", 16, 12, true, List.of(0x07FFL)),
        Arguments.of("MONOCHROME2", 32, 32, true, List.of(0x80000000L)),
        Arguments.of("MONOCHROME1", 32, 32, false, List.of(0xFFFFFFFFL)),
        Arguments.of("RGB", 8, 8, false, List.of(0L, 0L, 0L)),
        Arguments.of("RGB", 16, 16, false, List.of(0L, 0L, 0L)),
        Arguments.of("YBR_FULL", 8, 8, false, List.of(0L, 128L, 128L)),
        Arguments.of("YBR_FULL_422", 8, 8, false, List.of(0L, 128L, 128L)),
        Arguments.of("YBR_FULL", 16, 16, false, List.of(0L, 0x8000L, 0x8000L)));
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void nativeInEachByteOrder(
      String photometric, int allocated, int stored, boolean signed, List<Long> black)
      throws IOException {
    for (TransferSyntax syntax :
        List.of(
            TransferSyntax.EXPLICIT_LE,
            TransferSyntax.IMPLICIT_LE,
            TransferSyntax.EXPLICIT_BE,
            TransferSyntax.DEFLATED_LE)) {
      TestImage image = TestImage.of(photometric, allocated, stored, signed).in(syntax);
      assertBlackedOut(image, black);
      image.pixels(image.data.bytes(Tag.PixelData).orElseThrow().toArray(), VR.OW);
      assertBlackedOut(image, black);
    }
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void inPlanes(String photometric, int allocated, int stored, boolean signed, List<Long> black)
      throws IOException {
    if (black.size() == 3) {
      TestImage image = TestImage.of(photometric, allocated, stored, signed).planar();
      assertBlackedOut(image, black);
      assertBlackedOut(image.in(TransferSyntax.EXPLICIT_BE), black);
    }
  }

  @ParameterizedTest
  @MethodSource("kinds")
  void runLengthEncoded(
      String photometric, int allocated, int stored, boolean signed, List<Long> black)
      throws IOException {
    if (allocated > 1) {
      assertBlackedOut(TestImage.of(photometric, allocated, stored, signed).rle(), black);
      if (black.size() == 3) {
        assertBlackedOut(
            TestImage.of(photometric, allocated, stored, signed).planar().rle(), black);
      }
    }
  }

  private static void assertBlackedOut(TestImage image, List<Long> black) throws IOException {
    byte[] before = image.file();
    byte[] after = TestImage.blackedOut(before, REGIONS);
    PixelDescription pixels = image.description();
    List<byte[]> expected = TestImage.frames(before);
    List<byte[]> found = TestImage.frames(after);
    assertThat(found).hasSize(3);
    for (int frame = 0; frame < 3; frame++) {
      for (int row = 0; row < pixels.rows(); row++) {
        for (int column = 0; column < pixels.columns(); column++) {
          for (int sample = 0; sample < pixels.samples(); sample++) {
            assertThat(TestImage.sample(found.get(frame), pixels, row, column, sample))
                .as("frame %d, row %d, column %d, sample %d", frame, row, column, sample)
                .isEqualTo(
                    isInside(row, column)
                        ? black.get(sample)
                        : TestImage.sample(expected.get(frame), pixels, row, column, sample));
          }
        }
      }
    }
    assertThat(TestImage.blackedOut(after, REGIONS)).as("again").isEqualTo(after);
  }

  private static boolean isInside(int row, int column) {
    return Stream.of(REGIONS)
        .anyMatch(
            region ->
                row >= region.y()
                    && row < region.y() + region.height()
                    && column >= region.x()
                    && column < region.x() + region.width());
  }

  @Test
  void colourThatTwoPixelsShareIsBlackedOutForBoth() throws IOException {
    TestImage image = TestImage.of("YBR_FULL_422", 8, 8, false);
    byte[] value = TestImage.noise(3 * TestImage.ROWS * TestImage.COLUMNS * 2);
    byte[] before = image.pixels(value, VR.OB).file();
    byte[] after = TestImage.blackedOut(before, new Region(3, 2, 2, 1));

    byte[] expected = TestImage.read(before).dataSet().bytes(Tag.PixelData).orElseThrow().toArray();
    for (int frame = 0; frame < 3; frame++) {
      int pair = (frame * TestImage.ROWS + 2) * TestImage.COLUMNS * 2 + 4;
      System.arraycopy(new byte[] {0, 0, -128, -128, 0, 0, -128, -128}, 0, expected, pair, 8);
    }
    assertThat(TestImage.read(after).dataSet().bytes(Tag.PixelData).orElseThrow().toArray())
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"7FE00008, OF, 4", "7FE00009, OD, 8"})
  void floatingPointNumbersBecomeZero(String tag, VR vr, int length) throws IOException {
    TestImage image = TestImage.of("MONOCHROME2", 8, 8, false);
    image.data.remove(Tag.PixelData);
    int number = Integer.parseUnsignedInt(tag, 16);
    byte[] noise = TestImage.noise(3 * TestImage.ROWS * TestImage.COLUMNS * length);
    image.data.set(number, vr, noise);
    for (TransferSyntax syntax : List.of(TransferSyntax.EXPLICIT_LE, TransferSyntax.EXPLICIT_BE)) {
      assertBlackedOut(image.in(syntax), List.of(0L));
    }
  }

  @Test
  void paletteColorBecomesTheDarkestEntry() throws IOException {
    TestImage image = TestImage.of("PALETTE COLOR", 8, 8, false);
    for (int color = 0; color < 3; color++) {
      image.data.set(Tag.RedPaletteColorLookupTableDescriptor + color, VR.US, 256, 0, 16);
      int[] entries = new int[256];
      Arrays.fill(entries, 40_000);
      entries[77] = 12;
      entries[12 + color] = 0;
      byte[] bytes = new byte[512];
      for (int i = 0; i < 256; i++) {
        bytes[2 * i] = (byte) entries[i];
        bytes[2 * i + 1] = (byte) (entries[i] >> 8);
      }
      image.data.set(Tag.RedPaletteColorLookupTableData + color, VR.OW, bytes);
    }
    assertBlackedOut(image, List.of(77L));
    assertBlackedOut(image.in(TransferSyntax.EXPLICIT_BE), List.of(77L));
  }

  @Test
  void aPaletteOfSegmentsIsRead() throws IOException {
    TestImage image = TestImage.of("PALETTE COLOR", 8, 8, false);
    for (int color = 0; color < 3; color++) {
      image.data.set(Tag.RedPaletteColorLookupTableDescriptor + color, VR.US, 256, 0, 16);
      int[] words = {0, 2, 60_000, 50_000, 1, 98, 100, 1, 156, 40_000};
      byte[] bytes = new byte[2 * words.length];
      for (int i = 0; i < words.length; i++) {
        bytes[2 * i] = (byte) words[i];
        bytes[2 * i + 1] = (byte) (words[i] >> 8);
      }
      image.data.set(Tag.SegmentedRedPaletteColorLookupTableData + color, VR.OW, bytes);
    }
    assertBlackedOut(image, List.of(99L));
  }

  @Test
  void overlaysInUnusedBitsAreClearedEverywhere() throws IOException {
    TestImage image = TestImage.of("MONOCHROME2", 16, 12, true);
    image.data.set(0x60000100, VR.US, 1).set(0x60000102, VR.US, 12);
    for (TransferSyntax syntax : List.of(TransferSyntax.EXPLICIT_LE, TransferSyntax.EXPLICIT_BE)) {
      assertOverlaysCleared(image.in(syntax));
    }
    assertOverlaysCleared(image.in(TransferSyntax.EXPLICIT_LE).rle());
  }

  private static void assertOverlaysCleared(TestImage image) throws IOException {
    PixelDescription pixels = image.description();
    List<byte[]> expected = TestImage.frames(image.file());
    List<byte[]> found = TestImage.frames(TestImage.blackedOut(image.file(), REGIONS));
    for (int row = 0; row < pixels.rows(); row++) {
      for (int column = 0; column < pixels.columns(); column++) {
        long before = TestImage.sample(expected.get(2), pixels, row, column, 0);
        assertThat(TestImage.sample(found.get(2), pixels, row, column, 0))
            .isEqualTo(isInside(row, column) ? 0x0800L : before & 0x0FFF);
      }
    }
  }

  @Test
  void overlaysAreClearedInTheSamePlaceAndWhatWasMadeOfPixelsIsRemoved() throws IOException {
    for (int rows : new int[] {8, 5000}) {
      for (TransferSyntax syntax :
          List.of(TransferSyntax.EXPLICIT_LE, TransferSyntax.EXPLICIT_BE)) {
        TestImage image = TestImage.of("MONOCHROME2", 8, 8, false).in(syntax);
        byte[] bits = new byte[rows * 10 / 8 + rows * 10 / 8 % 2];
        Arrays.fill(bits, (byte) 0xFF);
        image.data.set(0x60020010, VR.US, rows).set(0x60020011, VR.US, 10);
        image.data.set(0x60020050, VR.SS, 2, 3).set(0x60020100, VR.US, 1);
        image.data.set(0x60020102, VR.US, 0).set(0x60023000, VR.OW, bits);
        image.data.set(Tag.IconImageSequence, List.of(new DataSet()));
        image.data.set(Tag.LargestImagePixelValue, VR.US, 200);
        DataSet after = TestImage.read(TestImage.blackedOut(image.file(), REGIONS)).dataSet();

        assertThat(after.contains(Tag.IconImageSequence)).isFalse();
        assertThat(after.contains(Tag.LargestImagePixelValue)).isFalse();
        byte[] cleared = after.bytes(0x60023000).orElseThrow().toArray();
        int swap = syntax.bigEndian() ? 1 : 0;
        for (int row = 0; row < 8; row++) {
          for (int column = 0; column < 10; column++) {
            int bit = row * 10 + column;
            boolean set = (cleared[bit / 8 ^ swap] >> bit % 8 & 1) == 1;
            assertThat(set).isEqualTo(!isInside(row + 1, column + 2));
          }
        }
      }
    }
  }

  @Test
  void segmentsThatStayBlackAreNotEncodedAnew() throws IOException {
    TestImage image = TestImage.of("MONOCHROME2", 16, 8, false);
    byte[] value = image.data.bytes(Tag.PixelData).orElseThrow().toArray();
    for (int high = 1; high < value.length; high += 2) {
      value[high] = 0;
    }
    image.pixels(value, VR.OW).rle();
    DicomFile after = TestImage.read(TestImage.blackedOut(image.file(), REGIONS));
    Fragments before = (Fragments) image.data.get(Tag.PixelData).orElseThrow().value();
    Fragments made = (Fragments) after.dataSet().get(Tag.PixelData).orElseThrow().value();
    for (int frame = 0; frame < 3; frame++) {
      byte[] old = ((Bytes) before.fragments().get(frame)).toArray();
      byte[] now = ((Bytes) made.fragments().get(frame)).toArray();
      int length = (old[8] & 0xFF | (old[9] & 0xFF) << 8) - 64;
      assertThat(Arrays.copyOfRange(now, 64, 64 + length))
          .isEqualTo(Arrays.copyOfRange(old, 64, 64 + length));
    }
  }

  @Test
  void whatFollowsTheLastFrameIsClearedAndFramesThatNobodyToldOfAreRefused() throws IOException {
    TestImage image = TestImage.of("MONOCHROME1", 8, 8, false);
    int frame = TestImage.ROWS * TestImage.COLUMNS;
    image.pixels(TestImage.noise(3 * frame + 20), VR.OB);
    byte[] value =
        TestImage.read(TestImage.blackedOut(image.file(), REGIONS))
            .dataSet()
            .bytes(Tag.PixelData)
            .orElseThrow()
            .toArray();
    assertThat(Arrays.copyOfRange(value, 3 * frame, 3 * frame + 20)).isEqualTo(new byte[20]);

    image.pixels(TestImage.noise(4 * frame), VR.OB);
    assertThatThrownBy(() -> TestImage.blackedOut(image.file(), REGIONS))
        .isInstanceOf(PixelDataException.class)
        .hasMessage("pixel data have 1144 bytes where 858 are needed");
    TestImage encoded = TestImage.of("MONOCHROME1", 8, 8, false).rle();
    encoded.data.remove(Tag.NumberOfFrames);
    assertThatThrownBy(() -> TestImage.blackedOut(encoded.file(), REGIONS))
        .isInstanceOf(PixelDataException.class)
        .hasMessage("RLE must have one fragment for each frame");
  }
}
