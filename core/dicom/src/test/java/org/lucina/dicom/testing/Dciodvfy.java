package org.lucina.dicom.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The validator of dicom3tools; tests skip where it is absent. */
public final class Dciodvfy {
  private final ExternalTool tool = ExternalTool.orSkip("dciodvfy", "dicom3tools");

  /** The errors that it tells of a file, in its words. */
  public List<String> errors(Path file) throws IOException {
    return tool.run(file.toString())
        .output()
        .lines()
        .filter(line -> line.contains("Error"))
        .map(line -> line.replace(file.toString(), "FILE"))
        .toList();
  }

  /** Each error that it tells of a file. */
  public Set<String> errors(byte[] file) throws IOException {
    Path written = Files.createTempFile("validated", ".dcm");
    try {
      Files.write(written, file);
      return new TreeSet<>(errors(written));
    } finally {
      Files.delete(written);
    }
  }
}
