package org.lucina.dicom.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.MethodSource;
import org.lucina.dicom.DicomFormatException;
import org.lucina.dicom.io.DicomFile;
import org.lucina.dicom.io.DicomReader;
import org.lucina.dicom.io.DicomWriter;
import org.lucina.dicom.testing.FuzzSeeds;

/** Any bytes are read as a Part 10 file, or refused; what was read is written and read the same. */
class FileFuzzTest {
  private static final DicomReader.Options OPTIONS =
      new DicomReader.Options(Limits.SMALL, Long.MAX_VALUE, Optional.empty());

  static Stream<byte[]> seeds() {
    return FuzzSeeds.files();
  }

  @MethodSource("seeds")
  @FuzzTest(maxDuration = "60s")
  void file(byte[] bytes) throws IOException {
    DicomFile file;
    try {
      file = read(bytes);
    } catch (DicomFormatException refused) {
      return;
    }
    if (!Outline.isWhole(file.dataSet()) || !Outline.isWhole(file.fileMeta())) {
      return;
    }
    byte[] written = write(file);
    DicomFile again = read(written);

    assertThat(again.syntax()).isEqualTo(file.syntax());
    assertThat(Outline.of(again.fileMeta())).isEqualTo(Outline.of(file.fileMeta()));
    assertThat(Outline.of(again.dataSet())).isEqualTo(Outline.of(file.dataSet()));
    assertThat(write(again)).isEqualTo(written);
  }

  private static DicomFile read(byte[] bytes) throws IOException {
    try (DicomReader reader = DicomReader.of(new ByteArrayInputStream(bytes), OPTIONS)) {
      return reader.readFile();
    }
  }

  private static byte[] write(DicomFile file) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (DicomWriter writer = DicomWriter.of(out)) {
      writer.writeFile(file);
    }
    return out.toByteArray();
  }
}
