package org.lucina.endpoint.xnat;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A row of one of XNAT's tables; servers differ in how they spell the names of columns. */
final class XnatRow {
  private final Map<String, String> cells = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

  XnatRow(JsonObject row) {
    row.forEach(
        (name, value) -> {
          String column = name.substring(name.lastIndexOf('/') + 1);
          text(value).filter(text -> !text.isBlank()).ifPresent(text -> cells.put(column, text));
        });
  }

  private static Optional<String> text(JsonValue value) {
    return switch (value.getValueType()) {
      case STRING -> Optional.of(((JsonString) value).getString());
      case NUMBER -> Optional.of(value.toString());
      default -> Optional.empty();
    };
  }

  /** A cell, by the last part of the column's name. */
  Optional<String> cell(String column) {
    return Optional.ofNullable(cells.get(column));
  }
}
