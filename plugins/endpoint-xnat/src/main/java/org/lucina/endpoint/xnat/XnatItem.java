package org.lucina.endpoint.xnat;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.util.Optional;

/** What XNAT tells of one thing, in JSON: its fields are those of the first item. */
final class XnatItem {
  private XnatItem() {}

  /** The UID among its fields, if it tells one. */
  static Optional<String> uid(String json) {
    try (JsonReader reader = Json.createReader(new StringReader(json))) {
      return Optional.of(reader.readValue().asJsonObject().getValue("/items/0/data_fields/UID"))
          .filter(JsonString.class::isInstance)
          .map(value -> ((JsonString) value).getString().strip())
          .filter(uid -> !uid.isEmpty());
    } catch (JsonException | ClassCastException noUid) {
      return Optional.empty();
    }
  }
}
