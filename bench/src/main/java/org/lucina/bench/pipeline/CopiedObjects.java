package org.lucina.bench.pipeline;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import org.lucina.dicom.testing.SyntheticObject;
import org.lucina.dicom.testing.SyntheticObjects;

/**
 * Objects in a folder that a pipeline is to copy to another, and the list that tells it of them.
 */
final class CopiedObjects {
  private static final int SERIES = 100;
  private static final long PATIENCE_NANOS = 600_000_000_000L;

  private final SyntheticObjects objects = new SyntheticObjects(9);
  private final Path home;
  private final boolean large;
  private int made;

  CopiedObjects(Path home, boolean large) throws IOException {
    this.home = home;
    this.large = large;
    Files.createDirectories(from());
    Files.createDirectories(to());
    Files.createFile(list());
  }

  Path from() {
    return home.resolve("from");
  }

  Path to() {
    return home.resolve("to");
  }

  Path list() {
    return home.resolve("list");
  }

  /** Makes objects, tells of them, and measures how long it takes until all are copied. */
  double secondsFor(int number) throws IOException, InterruptedException {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < number; i++, made++) {
      int study = made / SERIES;
      SyntheticObject object =
          large
              ? objects.ct(study, study, 1, made % SERIES)
              : objects.small(study, study, 1, made % SERIES);
      // Where the endpoint looks first: else it would search the whole folder for each.
      Path series = from().resolve(object.study()).resolve(object.series());
      object.writeTo(Files.createDirectories(series));
      lines.add(object.study() + " " + object.series() + " " + object.sopInstance());
    }
    long begin = System.nanoTime();
    Files.write(list(), lines, StandardOpenOption.APPEND);
    while (copied() < made) {
      if (System.nanoTime() - begin > PATIENCE_NANOS) {
        throw new IOException("only " + copied() + " of " + made + " objects were copied");
      }
      Thread.sleep(50);
    }
    return (System.nanoTime() - begin) / 1e9;
  }

  private long copied() throws IOException {
    List<Path> found = new ArrayList<>();
    Files.walkFileTree(
        to(),
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (file.toString().endsWith(".dcm")) {
              found.add(file);
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path moved, IOException e) {
            return FileVisitResult.CONTINUE; // it got its place meanwhile
          }
        });
    return found.size();
  }
}
