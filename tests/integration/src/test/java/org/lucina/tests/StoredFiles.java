package org.lucina.tests;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import org.lucina.dicom.io.DicomReader;

/** The objects that a directory endpoint has put into its folder. */
final class StoredFiles {
  private StoredFiles() {}

  /** Those that have their place; others may come meanwhile. */
  static List<Path> in(Path folder) throws IOException {
    List<Path> found = new ArrayList<>();
    Files.walkFileTree(
        folder,
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
    return found;
  }

  /** The value of an attribute in each of them, blank where it has none. */
  static List<String> values(Path folder, int tag) throws IOException {
    List<String> values = new ArrayList<>();
    for (Path file : in(folder)) {
      try (DicomReader reader = DicomReader.of(file, DicomReader.Options.BY_REFERENCE)) {
        values.add(reader.readDataSet().string(tag).orElse(""));
      }
    }
    return values;
  }
}
