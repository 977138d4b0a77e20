package org.lucina.dicom.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What fuzz tests begin with: synthetic objects and, where they are there, small real files. */
public final class FuzzSeeds {
  private static final int LONGEST = 12 << 10;

  private FuzzSeeds() {}

  /** Synthetic objects of few bytes. */
  public static Stream<SyntheticObject> objects() {
    return new SyntheticObjects(7)
        .everyKind().stream().filter(object -> object.bare().length <= LONGEST);
  }

  /** Part 10 files. */
  public static Stream<byte[]> files() {
    Stream<byte[]> made = objects().map(SyntheticObject::file);
    Stream<byte[]> real =
        SharedData.find().stream()
            .flatMap(data -> data.files().stream())
            .filter(FuzzSeeds::isShort)
            .map(FuzzSeeds::bytes);
    return Stream.concat(made, real);
  }

  private static boolean isShort(Path file) {
    return file.toFile().length() <= LONGEST;
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
