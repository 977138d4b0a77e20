package org.lucina.dicom.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Fills a folder with synthetic files for trials by hand and benchmarks.
 *
 * <p>Arguments: folder, {@code ct} or {@code small}, number of objects, seed. A series has 200
 * objects, a study two series, a patient two studies.
 */
public final class WriteSynthetic {
  private static final int PER_SERIES = 200;

  private WriteSynthetic() {}

  public static void main(String[] arguments) throws IOException {
    Path folder = Files.createDirectories(Path.of(arguments[0]));
    boolean ct = arguments[1].equals("ct");
    int count = Integer.parseInt(arguments[2]);
    SyntheticObjects objects = new SyntheticObjects(Long.parseLong(arguments[3]));
    for (int i = 0; i < count; i++) {
      int series = i / PER_SERIES;
      int study = series / 2;
      int patient = study / 2;
      SyntheticObject object =
          ct
              ? objects.ct(patient, study, series, i % PER_SERIES)
              : objects.small(patient, study, series, i % PER_SERIES);
      object.writeTo(folder);
    }
  }
}
