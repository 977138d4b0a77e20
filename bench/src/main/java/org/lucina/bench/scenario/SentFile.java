package org.lucina.bench.scenario;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.lucina.dicom.testing.SyntheticMultiFrame;
import org.lucina.dicom.testing.SyntheticObject;
import org.lucina.dicom.testing.WriteSynthetic;

/**
 * A generated file.
 *
 * @param path where it is
 * @param study Study Instance UID
 * @param series Series Instance UID
 * @param instance SOP Instance UID
 */
record SentFile(Path path, String study, String series, String instance) {

  /** Makes objects of one kind. */
  static List<SentFile> write(Path folder, String kind, int count, long seed) throws IOException {
    Files.createDirectories(folder);
    List<SentFile> files = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      SyntheticObject object = WriteSynthetic.object(kind, seed, i);
      files.add(
          new SentFile(
              object.writeTo(folder), object.study(), object.series(), object.sopInstance()));
    }
    return files;
  }

  /** Makes one large multi-frame object. */
  static SentFile write(Path folder, SyntheticMultiFrame object) throws IOException {
    Files.createDirectories(folder);
    return new SentFile(
        object.writeTo(folder), object.study(), object.series(), object.sopInstance());
  }
}
