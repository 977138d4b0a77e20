package org.lucina.anonymizer.ps315;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A row of PS3.15 Table E.1-1 as the plugin has it.
 *
 * @param tag eight digits, {@code x} for any, or {@code private}
 * @param code of the profile
 * @param options code of each option that has one
 */
record TableRow(String tag, String name, String code, Map<String, String> options) {

  static List<TableRow> all() throws Exception {
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(
                Ps315Provider.class.getResourceAsStream("table/profile.tsv"),
                StandardCharsets.UTF_8))) {
      return in.lines().filter(line -> !line.startsWith("#")).map(TableRow::of).toList();
    }
  }

  private static TableRow of(String line) {
    String[] cells = line.split("\t");
    Map<String, String> options = new HashMap<>();
    if (cells.length > 4) {
      for (String each : cells[4].split(" ")) {
        options.put(each.split("=")[0], each.split("=")[1]);
      }
    }
    return new TableRow(cells[0], cells[1], cells[3], options);
  }

  /** The tag, or one of those that the row is about. */
  int anyTag() {
    return tag.equals("private")
        ? 0x00091001
        : Integer.parseUnsignedInt(tag.replace("xxxxxx", "003000").replace('x', '0'), 16);
  }

  /** The code with an option. */
  String code(String option) {
    return options.getOrDefault(option, code);
  }
}
