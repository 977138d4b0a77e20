package org.lucina.endpoint.splunk;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.lucina.dicom.DataSet;
import org.lucina.spi.simple.SimpleForm;
import org.lucina.spi.simple.SimpleJson;
import org.lucina.spi.simple.TagsJson;
import org.lucina.spi.table.Column;
import org.lucina.spi.table.Columns;

/** How attributes stand in the body of an event. */
enum Form {
  /** Keywords and values, reports as trees, dates and times joined. */
  SIMPLE {
    @Override
    String event(DataSet tags, Map<String, String> about) {
      Map<String, Object> all = new LinkedHashMap<>(about);
      all.putAll(SimpleForm.of(tags));
      return SimpleJson.of(all);
    }

    @Override
    DataSet tags(JsonObject event) {
      DataSet tags = Columns.emptyRow();
      event.forEach(
          (name, value) ->
              Column.find(name)
                  .ifPresent(column -> text(value).ifPresent(text -> column.put(tags, text))));
      return tags;
    }

    @Override
    String field(Column column) {
      return column.name();
    }
  },
  /** The DICOM JSON model (PS3.18 Annex F). */
  DICOM_JSON {
    @Override
    String event(DataSet tags, Map<String, String> about) throws IOException {
      String json = TagsJson.of(tags);
      String head = SimpleJson.of(about);
      return json.length() == 2
          ? head
          : head.substring(0, head.length() - 1) + "," + json.substring(1);
    }

    @Override
    DataSet tags(JsonObject event) throws IOException {
      return TagsJson.read(
          event.entrySet().stream()
              .filter(entry -> entry.getKey().matches("[0-9A-Fa-f]{8}"))
              .map(entry -> "\"" + entry.getKey() + "\":" + entry.getValue())
              .collect(Collectors.joining(",", "{", "}")));
    }

    @Override
    String field(Column column) {
      return String.format("%08X.Value{}", column.tag());
    }
  };

  /**
   * The body of an event.
   *
   * @param about what is told besides attributes, by name
   */
  abstract String event(DataSet tags, Map<String, String> about) throws IOException;

  /** The attributes that an event tells. */
  abstract DataSet tags(JsonObject event) throws IOException;

  /** What Splunk calls the field of an attribute. */
  abstract String field(Column column);

  /** Text of a value, or values; those that are no text or number are left out. */
  private static Optional<String> text(JsonValue value) {
    return switch (value.getValueType()) {
      case STRING -> Optional.of(((JsonString) value).getString());
      case NUMBER -> Optional.of(number(value.toString()));
      case ARRAY -> {
        String all =
            value.asJsonArray().stream()
                .map(Form::text)
                .flatMap(Optional::stream)
                .collect(Collectors.joining("\\"));
        yield Optional.of(all).filter(text -> !text.isEmpty());
      }
      default -> Optional.empty();
    };
  }

  /** Whole numbers without a fraction, as integers are written. */
  private static String number(String text) {
    return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
  }
}
