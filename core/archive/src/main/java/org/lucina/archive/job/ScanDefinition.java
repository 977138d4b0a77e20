package org.lucina.archive.job;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.lucina.deid.scan.ScanPolicy;
import org.lucina.deid.scan.ScanPolicy.Retained;

/**
 * Scans results of an anonymizer: compares each instance of the studies of a worklist with what was
 * made of it.
 *
 * @param source name of the endpoint where the originals are
 * @param results name of the endpoint where the results are; empty to make each anew
 * @param anonymizer name of what makes the results, or their UIDs
 * @param mint name of what made the UIDs of the results, where no anonymizer is named
 * @param worklist which studies, as the source has them
 * @param policy what was to be retained
 */
public record ScanDefinition(
    String source,
    Optional<String> results,
    Optional<String> anonymizer,
    Optional<String> mint,
    Worklist worklist,
    ScanPolicy policy)
    implements JobDefinition {
  static final String TYPE = "scan";

  static ScanDefinition read(DefinitionReader reader) throws JobException {
    ScanDefinition definition =
        new ScanDefinition(
            reader.text("source"),
            reader.find("results"),
            reader.find("anonymizer"),
            reader.find("mint"),
            Worklist.read(reader.object("worklist")),
            new ScanPolicy(retained(reader.texts("retained"))));
    reader.finish();
    if (definition.anonymizer().isPresent() == definition.mint().isPresent()) {
      throw JobException.malformed("either 'anonymizer' or 'mint' must be there");
    }
    if (definition.mint().isPresent() && definition.results().isEmpty()) {
      throw JobException.malformed("'mint' needs 'results'");
    }
    return definition;
  }

  private static Set<Retained> retained(List<String> names) throws JobException {
    Set<Retained> retained = EnumSet.noneOf(Retained.class);
    for (String name : names) {
      try {
        retained.add(Retained.valueOf(name.toUpperCase(Locale.ROOT)));
      } catch (IllegalArgumentException e) {
        throw new JobException(
            JobException.Reason.MALFORMED,
            "'retained' may have " + String.join(", ", names(EnumSet.allOf(Retained.class))),
            e);
      }
    }
    return retained;
  }

  private static List<String> names(Set<Retained> retained) {
    return retained.stream()
        .sorted()
        .map(each -> each.name().toLowerCase(Locale.ROOT))
        .collect(Collectors.toList());
  }

  @Override
  public String type() {
    return TYPE;
  }

  @Override
  public JsonObject shown() {
    JsonObjectBuilder shown = Json.createObjectBuilder().add("source", source);
    results.ifPresent(name -> shown.add("results", name));
    anonymizer.ifPresent(name -> shown.add("anonymizer", name));
    mint.ifPresent(name -> shown.add("mint", name));
    return shown
        .add("retained", Json.createArrayBuilder(names(policy.retained())))
        .add("items", worklist.items().size())
        .build();
  }
}
