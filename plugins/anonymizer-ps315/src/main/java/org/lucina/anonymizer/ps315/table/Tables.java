package org.lucina.anonymizer.ps315.table;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Reads the tables that come with the plugin. */
final class Tables {
  private Tables() {}

  /** Table E.1-1. */
  static List<Row> profile() {
    return lines("profile.tsv").stream().map(Tables::row).toList();
  }

  private static Row row(String[] cells) {
    return new Row(cells[0], cells[1], ActionCode.of(cells[3]), options(cells[4]));
  }

  /** Actions of options, such as {@code retain-uids=K}. */
  static Map<Option, Act> options(String text) {
    Map<Option, Act> options = new EnumMap<>(Option.class);
    for (String each : text.isEmpty() ? new String[0] : text.split(" ")) {
      String[] pair = each.split("=");
      options.put(Option.of(pair[0]).orElseThrow(), Act.of(pair[1]));
    }
    return options;
  }

  /** The cells of all lines that are no comments, five at least. */
  static List<String[]> lines(String name) {
    InputStream resource = Objects.requireNonNull(Tables.class.getResourceAsStream(name), name);
    try (BufferedReader in =
        new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8))) {
      return in.lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> (line + "\t\t\t\t").split("\t", -1))
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
