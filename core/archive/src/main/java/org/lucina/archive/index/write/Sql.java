package org.lucina.archive.index.write;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lucina.archive.index.model.IndexedAttribute;
import org.lucina.archive.index.model.LevelTable;

/** Makes the text of statements on the table of a level. */
final class Sql {

  private Sql() {}

  /** An insert of all taken attributes, after the given columns. */
  static String insert(LevelTable table, String... first) {
    List<String> columns =
        Stream.concat(Stream.of(first), table.taken().stream().map(IndexedAttribute::column))
            .toList();
    return columns.stream()
            .collect(Collectors.joining(", ", "INSERT INTO " + table.name() + " (", ")"))
        + columns.stream().map(column -> "?").collect(Collectors.joining(", ", " VALUES (", ")"));
  }

  /** The taken attributes as a select list. */
  static String columns(LevelTable table, String alias) {
    return table.taken().stream()
        .map(attribute -> alias + "." + attribute.column())
        .collect(Collectors.joining(", "));
  }
}
