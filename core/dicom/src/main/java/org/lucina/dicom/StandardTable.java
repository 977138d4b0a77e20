package org.lucina.dicom;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Reads the tables of the standard that the module carries. */
final class StandardTable {

  private StandardTable() {}

  /** The rows below the heading, each as its cells. */
  static List<String[]> rows(String name) {
    InputStream resource =
        Objects.requireNonNull(StandardTable.class.getResourceAsStream("standard/" + name), name);
    try (BufferedReader in =
        new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8))) {
      return in.lines().skip(1).map(line -> line.split("\t", -1)).toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
