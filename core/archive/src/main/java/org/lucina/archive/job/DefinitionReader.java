package org.lucina.archive.job;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Reads a definition field by field, and refuses those that nobody asked for. */
final class DefinitionReader {
  private final JsonObject json;
  private final Set<String> unread;

  DefinitionReader(JsonObject json) {
    this.json = json;
    this.unread = new TreeSet<>(json.keySet());
  }

  String text(String name) throws JobException {
    return find(name).orElseThrow(() -> JobException.malformed("'" + name + "' is missing"));
  }

  Optional<String> find(String name) throws JobException {
    unread.remove(name);
    JsonValue value = json.get(name);
    if (value == null) {
      return Optional.empty();
    }
    if (value instanceof JsonString text && !text.getString().isBlank()) {
      return Optional.of(text.getString());
    }
    throw JobException.malformed("'" + name + "' must be a text");
  }

  /** Whether one of these is there. */
  boolean has(String... names) {
    return Stream.of(names).anyMatch(json::containsKey);
  }

  boolean flag(String name) throws JobException {
    return flag(name, false);
  }

  boolean flag(String name, boolean otherwise) throws JobException {
    unread.remove(name);
    JsonValue value = json.getOrDefault(name, otherwise ? JsonValue.TRUE : JsonValue.FALSE);
    if (value != JsonValue.TRUE
        && value != JsonValue.FALSE
        && value.getValueType() != JsonValue.ValueType.TRUE
        && value.getValueType() != JsonValue.ValueType.FALSE) {
      throw JobException.malformed("'" + name + "' must be true or false");
    }
    return value.getValueType() == JsonValue.ValueType.TRUE;
  }

  int number(String name, int otherwise, int least, int most) throws JobException {
    unread.remove(name);
    if (!json.containsKey(name)) {
      return otherwise;
    }
    try {
      int number = json.getJsonNumber(name).intValueExact();
      if (number >= least && number <= most) {
        return number;
      }
    } catch (ClassCastException | ArithmeticException e) {
      throw new JobException(
          JobException.Reason.MALFORMED, "'" + name + "' must be a whole number", e);
    }
    throw JobException.malformed("'" + name + "' must be between " + least + " and " + most);
  }

  List<String> texts(String name) throws JobException {
    unread.remove(name);
    List<String> texts = new ArrayList<>();
    if (json.containsKey(name)) {
      if (json.get(name).getValueType() != JsonValue.ValueType.ARRAY) {
        throw JobException.malformed("'" + name + "' must be a list of texts");
      }
      for (JsonValue value : json.getJsonArray(name)) {
        if (!(value instanceof JsonString text) || text.getString().isBlank()) {
          throw JobException.malformed("'" + name + "' must be a list of texts");
        }
        texts.add(text.getString().strip());
      }
    }
    return texts;
  }

  DefinitionReader object(String name) throws JobException {
    unread.remove(name);
    if (!json.containsKey(name) || json.get(name).getValueType() != JsonValue.ValueType.OBJECT) {
      throw JobException.malformed("'" + name + "' must be an object");
    }
    return new DefinitionReader(json.getJsonObject(name));
  }

  /** Ends reading. */
  void finish() throws JobException {
    if (!unread.isEmpty()) {
      throw JobException.malformed("unknown: '" + String.join("', '", unread) + "'");
    }
  }
}
