package org.lucina.dicom.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lucina.dicom.testing.SyntheticObject;
import org.lucina.dicom.testing.SyntheticObjects;

/** What was read is written as it was, held in memory or left by reference. */
class RoundTripTest {

  static List<SyntheticObject> everyKind() {
    return new SyntheticObjects(1).everyKind();
  }

  @ParameterizedTest
  @MethodSource("everyKind")
  void writesTheSameFileFromMemory(SyntheticObject object) throws IOException {
    byte[] file = object.file();
    assertThat(rewrite(file, DicomReader.Options.IN_MEMORY)).isEqualTo(file);
  }

  @ParameterizedTest
  @MethodSource("everyKind")
  void writesTheSameFileWithBulkDataByReference(SyntheticObject object) throws IOException {
    if (object.syntax().deflated()) {
      return;
    }
    byte[] file = object.file();
    assertThat(rewrite(file, DicomReader.Options.BY_REFERENCE)).isEqualTo(file);
  }

  private static byte[] rewrite(byte[] file, DicomReader.Options options) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    DicomWriter.BulkSource bulk =
        value -> new ByteArrayInputStream(file, (int) value.offset(), (int) value.length());
    try (DicomReader reader = DicomReader.of(new ByteArrayInputStream(file), options);
        DicomWriter writer = DicomWriter.of(out, bulk)) {
      writer.writeFile(reader.readFile());
    }
    return out.toByteArray();
  }
}
