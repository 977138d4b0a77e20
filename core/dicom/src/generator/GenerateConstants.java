import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Build-time program that turns the tables of the standard into the classes {@code Tag} and {@code UID}.
 *
 * <p>Run by the module's POM as {@code java GenerateConstants.java TABLES-FOLDER OUTPUT-FOLDER}.
 */
class GenerateConstants {

  public static void main(String[] args) throws IOException {
    Path tables = Path.of(args[0]);
    Path out = Path.of(args[1]).resolve("org/lucina/dicom");
    Files.createDirectories(out);
    List<String> elements = new ArrayList<>();
    for (String table : List.of("command-elements.tsv", "data-elements.tsv")) {
      List<String> rows = Files.readAllLines(tables.resolve(table));
      elements.addAll(rows.subList(1, rows.size()));
    }
    writeIfChanged(out.resolve("Tag.java"), tagClass(elements));
    writeIfChanged(out.resolve("UID.java"), uidClass(Files.readAllLines(tables.resolve("uids.tsv"))));
  }

  private static String tagClass(List<String> rows) {
    StringBuilder out = new StringBuilder();
    out.append("package org.lucina.dicom;\n\n");
    out.append("/** Data element tags by keyword (PS3.6, PS3.7 E.1); generated from the dictionary table. */\n");
    out.append("public final class Tag {\n");
    for (String row : rows) {
      String[] cells = row.split("\t", -1);
      String digits = cells[0].replace('X', '0');
      if (cells[1].isEmpty() || !digits.matches("[0-9A-Fa-f]{8}")) {
        continue;
      }
      out.append("\n  /** ").append(describe(cells[5], cells[0], cells[2])).append(" */\n");
      out.append("  public static final int ").append(cells[1]).append(" = 0x").append(digits).append(";\n");
    }
    out.append("\n  private Tag() {}\n}\n");
    return out.toString();
  }

  private static String describe(String name, String tag, String vr) {
    return name + " (" + tag.substring(0, 4) + "," + tag.substring(4) + ") " + vr;
  }

  private static String uidClass(List<String> rows) {
    StringBuilder out = new StringBuilder();
    out.append("package org.lucina.dicom;\n\n");
    out.append("/** Well-known unique identifiers by keyword (PS3.6 Annex A); generated from the UID table. */\n");
    out.append("public final class UID {\n");
    Set<String> seen = new HashSet<>();
    for (String row : rows.subList(1, rows.size())) {
      String[] cells = row.split("\t", -1);
      if (cells[1].isEmpty() || !Character.isJavaIdentifierStart(cells[1].charAt(0)) || !seen.add(cells[1])) {
        continue;
      }
      out.append("\n  /** ").append(cells[4]).append(" (").append(cells[2]).append(") */\n");
      out.append("  public static final String ").append(cells[1]).append(" = \"").append(cells[0]).append("\";\n");
    }
    out.append("\n  private UID() {}\n}\n");
    return out.toString();
  }

  private static void writeIfChanged(Path file, String text) throws IOException {
    if (!Files.exists(file) || !Files.readString(file).equals(text)) {
      Files.writeString(file, text);
    }
  }
}
