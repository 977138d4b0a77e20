package org.lucina.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lucina.dicom.DicomFormatException;
import org.lucina.dicom.UID;
import org.lucina.dicom.io.ChangedFile;
import org.lucina.dicom.io.DicomFile;
import org.lucina.dicom.testing.Dciodvfy;
import org.lucina.dicom.testing.SharedData;

/** Real files are blacked out where they should be and nowhere else, or refused by name. */
class RealFilesTest {
  /** JPEG is compared with DCMTK in a test of its own. */
  private static final Set<String> COMPARED =
      Set.of(
          UID.ImplicitVRLittleEndian,
          UID.ExplicitVRLittleEndian,
          UID.ExplicitVRBigEndian,
          UID.DeflatedExplicitVRLittleEndian,
          UID.RLELossless);

  static Stream<Path> files() {
    return SharedData.find().stream().flatMap(data -> data.files().stream());
  }

  @ParameterizedTest(allowZeroInvocations = true)
  @MethodSource("files")
  void onlyTheRegionChanges(Path file) throws IOException {
    byte[] before = Files.readAllBytes(file);
    DicomFile read = readable(before);
    byte[] after;
    PixelDescription pixels;
    Region region;
    try {
      pixels = PixelDescription.of(read.dataSet());
      region = new Region(pixels.columns() / 3, pixels.rows() / 4, 60, 30);
      after = TestImage.blackedOut(before, region);
    } catch (PixelDataException refused) {
      assertThat(refused).hasMessageMatching(".*(codec|is missing|bytes where|RLE|as the).*");
      return;
    }
    if (!COMPARED.contains(read.syntax().uid())) {
      return;
    }
    List<byte[]> expected = TestImage.frames(before);
    List<byte[]> found = TestImage.frames(after);
    assertThat(found).hasSameSizeAs(expected);
    boolean shared = expected.get(0).length < pixels.frameLength();
    for (int frame = 0; frame < found.size() && !shared; frame++) {
      assertOnlyRegion(found.get(frame), expected.get(frame), pixels, region);
    }
    assertThat(TestImage.blackedOut(after, region)).isEqualTo(after);
  }

  private static void assertOnlyRegion(
      byte[] found, byte[] expected, PixelDescription pixels, Region region) {
    Set<Long> black = new TreeSet<>();
    for (int row = 0; row < pixels.rows(); row++) {
      for (int column = 0; column < pixels.columns(); column++) {
        boolean inside =
            row >= region.y()
                && row < region.y() + region.height()
                && column >= region.x()
                && column < region.x() + region.width();
        for (int sample = 0; sample < pixels.samples(); sample++) {
          long value = TestImage.sample(found, pixels, row, column, sample);
          if (inside) {
            black.add(value << 2 | sample);
          } else if (value != TestImage.sample(expected, pixels, row, column, sample)) {
            throw new AssertionError("row " + row + ", column " + column + " has changed");
          }
        }
      }
    }
    assertThat(black).as("one black for each sample").hasSize(pixels.samples());
  }

  private static DicomFile readable(byte[] file) throws IOException {
    try {
      DicomFile read = TestImage.read(file);
      assumeTrue(Blackout.hasPixels(read.dataSet()), "no image");
      return read;
    } catch (DicomFormatException notDicom) {
      assumeTrue(false, "no DICOM");
      throw notDicom;
    }
  }

  @Test
  void resultsAreAsValidAsTheirOriginals() throws IOException {
    Dciodvfy validator = new Dciodvfy();
    int compared = 0;
    for (Path file : SharedData.orSkip().files()) {
      byte[] before = Files.readAllBytes(file);
      byte[] after;
      try {
        after = TestImage.blackedOut(before, new Region(0, 0, 5, 5));
      } catch (DicomFormatException | PixelDataException refused) {
        continue;
      }
      compared++;
      Set<String> errors = validator.errors(after);
      errors.removeAll(validator.errors(before));
      errors.removeAll(validator.errors(ordered(before)));
      assertThat(errors).as(file.toString()).isEmpty();
    }
    assertThat(compared).isGreaterThan(100);
  }

  /** The same, its tags in order: where they are not, the validator sees no more than that. */
  private static byte[] ordered(byte[] file) throws IOException {
    ChangedFile changed =
        ChangedFile.withNewFileMeta(
            () -> new ByteArrayInputStream(file), data -> data.put(data.iterator().next()));
    try (InputStream in = changed.open()) {
      return in.readAllBytes();
    }
  }
}
