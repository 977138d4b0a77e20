package org.lucina.endpoint.splunk;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.lucina.dicom.DataSet;
import org.lucina.spi.ConfigSpec;
import org.lucina.spi.ConfigSpec.Property;
import org.lucina.spi.ConfigSpec.Type;
import org.lucina.spi.dixel.DicomLevel;
import org.lucina.spi.dixel.Reference;
import org.lucina.spi.endpoint.Endpoint;
import org.lucina.spi.endpoint.EndpointException;
import org.lucina.spi.endpoint.Matches;
import org.lucina.spi.query.Matching;
import org.lucina.spi.query.Query;
import org.lucina.spi.query.QuerySupport;

/**
 * Finds dixels among the events: a search of Splunk tells those that may match, and each is matched
 * once more. Of several events of one dixel the latest counts.
 */
final class Searching {
  /** Extension: more of a search in Splunk's language. */
  static final String SEARCH = "search";

  /** Extension: since when. */
  static final String EARLIEST = "earliest";

  /** Extension: until when. */
  static final String LATEST = "latest";

  private static final String SINCE_EVER = "0";

  private final Jobs jobs;
  private final String index;
  private final Form form;
  private final DicomLevel level;

  Searching(Jobs jobs, String index, Form form, DicomLevel level) {
    this.jobs = jobs;
    this.index = index;
    this.form = form;
    this.level = level;
  }

  /** What queries it can honour: the simple form has no sequences to match in. */
  QuerySupport support() {
    Set<Matching> matchings = EnumSet.allOf(Matching.class);
    if (form == Form.SIMPLE) {
      matchings.remove(Matching.SEQUENCE);
    }
    return new QuerySupport(
        Set.of(level),
        Optional.empty(),
        matchings,
        false,
        true,
        ConfigSpec.of(
            Property.optional(
                SEARCH, Type.STRING, "Terms in Splunk's language that the events must fulfil"),
            Property.optional(
                EARLIEST, Type.STRING, "Since when, as Splunk takes it: -1d, 2026-01-01T00:00:00"),
            Property.optional(LATEST, Type.STRING, "Until when, as Splunk takes it")));
  }

  void find(Query query, Endpoint.Sink sink) throws EndpointException {
    SearchJob job =
        new SearchJob(
            new SearchText(index, form).of(query),
            query.extensions().getOrDefault(EARLIEST, SINCE_EVER),
            Optional.ofNullable(query.extensions().get(LATEST)));
    Results results = new Results(new Matches(query, sink));
    jobs.run(job, results::take);
    if (results.strangers > 0) {
      SplunkLogger.LOG.passedOver(results.strangers);
    }
  }

  /** Results as they come. */
  private final class Results {
    private final Matches matches;
    private final Set<String> seen = new HashSet<>();
    private long strangers;

    Results(Matches matches) {
      this.matches = matches;
    }

    boolean take(JsonObject result) throws EndpointException {
      Optional<DataSet> tags = tags(result.getString("_raw", ""));
      Optional<Reference> found = tags.flatMap(known -> Reference.of(level, known));
      if (found.isEmpty()) {
        strangers++;
        return true;
      }
      return !seen.add(found.get().identifier().orElseThrow())
          || matches.offer(found.get(), tags.get());
    }

    private Optional<DataSet> tags(String raw) {
      try (JsonReader reader = Json.createReader(new StringReader(raw))) {
        return Optional.of(form.tags(reader.readObject()));
      } catch (JsonException | IOException noDixel) {
        return Optional.empty();
      }
    }
  }
}
