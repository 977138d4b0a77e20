package org.lucina.web.anonymize;

import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lucina.web.dicomweb.Uid;
import org.lucina.web.problem.Fault;
import org.lucina.web.problem.ProblemException;

/** Fields of what is asked for; 400 for those that are malformed or that nobody knows. */
record Asked(JsonObject json) {

  Asked only(String... names) {
    Set<String> known = Set.of(names);
    for (String name : json.keySet()) {
      if (!known.contains(name)) {
        throw malformed(
            "'" + name + "' is none of the fields of this request: " + String.join(", ", names));
      }
    }
    return this;
  }

  Optional<String> text(String name) {
    JsonValue value = json.get(name);
    if (value == null) {
      return Optional.empty();
    }
    if (value instanceof JsonString text) {
      return Optional.of(text.getString());
    }
    throw malformed("'" + name + "' must be a string.");
  }

  String study() {
    String name = "studyInstanceUID";
    return new Uid(text(name).orElseThrow(() -> malformed("'" + name + "' is missing."))).value();
  }

  List<String> studies(int most) {
    String name = "studyInstanceUIDs";
    boolean listed =
        json.get(name) instanceof JsonArray array
            && !array.isEmpty()
            && array.size() <= most
            && array.stream().allMatch(JsonString.class::isInstance);
    if (!listed) {
      throw malformed("'" + name + "' must have 1 to " + most + " strings.");
    }
    return json.getJsonArray(name).getValuesAs(JsonString::getString).stream()
        .map(uid -> new Uid(uid).value())
        .distinct()
        .toList();
  }

  int number(String name, int otherwise, int most) {
    JsonValue value = json.get(name);
    if (value == null) {
      return otherwise;
    }
    if (value instanceof JsonNumber number
        && number.isIntegral()
        && number.longValue() >= 1
        && number.longValue() <= most) {
      return number.intValue();
    }
    throw malformed("'" + name + "' must be a number from 1 to " + most + ".");
  }

  boolean flag(String name) {
    JsonValue value = json.getOrDefault(name, JsonValue.FALSE);
    if (value.getValueType() != JsonValue.ValueType.TRUE
        && value.getValueType() != JsonValue.ValueType.FALSE) {
      throw malformed("'" + name + "' must be true or false.");
    }
    return value.getValueType() == JsonValue.ValueType.TRUE;
  }

  private static ProblemException malformed(String detail) {
    return new ProblemException(Fault.BAD_REQUEST, detail);
  }
}
