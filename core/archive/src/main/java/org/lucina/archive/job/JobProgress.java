package org.lucina.archive.job;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.LinkedHashMap;
import java.util.Map;

/** How far a job has come: counts by name. Thread-safe. */
public final class JobProgress {
  private final Map<String, Long> counts = new LinkedHashMap<>();
  private String waiting = "";

  /** Counts more of something. */
  synchronized void add(String name, long more) {
    counts.merge(name, more, Long::sum);
  }

  /** Counts something anew. */
  synchronized void set(String name, long number) {
    counts.put(name, number);
  }

  synchronized long count(String name) {
    return counts.getOrDefault(name, 0L);
  }

  /** What the job waits for; empty when for nothing. */
  synchronized void waiting(String what) {
    waiting = what;
  }

  /** The counts. */
  public synchronized JsonObject toJson() {
    JsonObjectBuilder json = Json.createObjectBuilder();
    counts.forEach(json::add);
    if (!waiting.isEmpty()) {
      json.add("waiting", waiting);
    }
    return json.build();
  }

  /** Takes the counts of another time. */
  synchronized void restore(JsonObject json) {
    json.keySet().stream()
        .filter(name -> json.get(name).getValueType() == jakarta.json.JsonValue.ValueType.NUMBER)
        .forEach(name -> counts.put(name, json.getJsonNumber(name).longValue()));
  }
}
