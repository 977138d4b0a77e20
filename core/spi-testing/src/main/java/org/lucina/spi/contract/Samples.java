package org.lucina.spi.contract;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.OptionalLong;
import org.lucina.dicom.io.DicomFile;
import org.lucina.dicom.io.DicomReader;
import org.lucina.dicom.testing.SyntheticObject;
import org.lucina.dicom.testing.SyntheticObjects;
import org.lucina.spi.dixel.Content;
import org.lucina.spi.dixel.DicomLevel;
import org.lucina.spi.dixel.Dixel;
import org.lucina.spi.dixel.Reference;

/** Instances that contracts are tried with. */
final class Samples {
  private static final SyntheticObjects OBJECTS = new SyntheticObjects(20_260_504);

  private Samples() {}

  /** Two studies: one of two series, one of which has two instances, and one of one instance. */
  static List<Dixel> twoStudies() {
    return List.of(
        dixel(OBJECTS.small(1, 1, 1, 1)),
        dixel(OBJECTS.small(1, 1, 1, 2)),
        dixel(OBJECTS.small(1, 1, 2, 1)),
        dixel(OBJECTS.small(2, 2, 1, 1)));
  }

  /** One instance of each kind and encoding. */
  static List<Dixel> everyKind() {
    return OBJECTS.everyKind().stream().map(Samples::dixel).toList();
  }

  private static Dixel dixel(SyntheticObject object) {
    byte[] file = object.file();
    return Dixel.of(Reference.of(DicomLevel.INSTANCE, object.dataSet()).orElseThrow())
        .tags(object.dataSet())
        .file(Content.of(OptionalLong.of(file.length), () -> new ByteArrayInputStream(file)))
        .build();
  }

  static byte[] bytes(Dixel instance) throws IOException {
    try (InputStream in = instance.file().orElseThrow().open()) {
      return in.readAllBytes();
    }
  }

  static DicomFile read(byte[] file) throws IOException {
    try (DicomReader reader =
        DicomReader.of(new ByteArrayInputStream(file), DicomReader.Options.IN_MEMORY)) {
      return reader.readFile();
    }
  }
}
