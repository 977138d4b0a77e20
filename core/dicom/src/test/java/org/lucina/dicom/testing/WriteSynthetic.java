package org.lucina.dicom.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Fills a folder with synthetic files for trials by hand and benchmarks.
 *
 * <p>Arguments: folder, kind, number, seed. Kinds are
 *
 * <ul>
 *   <li>{@code ct} and {@code small}: that many objects; a series has 200, a study two series, a
 *       patient two studies;
 *   <li>{@code series}: one series of that many CT slices;
 *   <li>{@code studies}: that many studies of one object of some 2 KB each;
 *   <li>{@code multiframe}: one object of that many frames of 0.5 MiB.
 * </ul>
 */
public final class WriteSynthetic {
  private static final int PER_SERIES = 200;

  private WriteSynthetic() {}

  public static void main(String[] arguments) throws IOException {
    Path folder = Files.createDirectories(Path.of(arguments[0]));
    String kind = arguments[1];
    int count = Integer.parseInt(arguments[2]);
    long seed = Long.parseLong(arguments[3]);
    if (kind.equals("multiframe")) {
      new SyntheticMultiFrame(seed, count).writeTo(folder);
      return;
    }
    for (int i = 0; i < count; i++) {
      object(kind, seed, i).writeTo(folder);
    }
  }

  /** The object of a number; kinds are those of {@link #main} except {@code multiframe}. */
  public static SyntheticObject object(String kind, long seed, int number) {
    int series = number / PER_SERIES;
    int study = series / 2;
    SyntheticObjects objects = new SyntheticObjects(seed);
    return switch (kind) {
      case "ct" -> objects.ct(study / 2, study, series, number % PER_SERIES);
      case "small" -> objects.small(study / 2, study, series, number % PER_SERIES);
      case "series" -> objects.ct(0, 0, 0, number);
      case "studies" -> new SyntheticStudies(seed).object(number);
      default -> throw new IllegalArgumentException("There is no kind of object " + kind);
    };
  }
}
