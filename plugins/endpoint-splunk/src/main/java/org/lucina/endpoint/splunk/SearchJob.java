package org.lucina.endpoint.splunk;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What Splunk is asked.
 *
 * @param search in Splunk's language
 * @param earliest of the events, as Splunk takes it
 * @param latest of the events, empty for now
 */
record SearchJob(String search, String earliest, Optional<String> latest) {

  /** The body of the request that begins the job. */
  String form() {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("search", search);
    fields.put("earliest_time", earliest);
    latest.ifPresent(time -> fields.put("latest_time", time));
    fields.put("output_mode", "json");
    return fields.entrySet().stream()
        .map(
            field ->
                field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }
}
