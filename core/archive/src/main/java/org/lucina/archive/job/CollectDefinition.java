package org.lucina.archive.job;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.Optional;

/**
 * Collects studies: finds each item of a worklist at an endpoint, and puts what it finds to
 * another.
 *
 * @param source name of the endpoint where they are, empty for the archive
 * @param destination name of the endpoint where they are to be, empty for the archive
 * @param anonymizer name of what makes them leave, if anything
 * @param worklist which they are
 * @param keyFile whether is written who is who
 * @param report whether is written what the anonymizer changed
 * @param dryRun whether they are only looked for
 * @param workers how many items are worked on at once
 */
public record CollectDefinition(
    String source,
    String destination,
    Optional<String> anonymizer,
    Worklist worklist,
    boolean keyFile,
    boolean report,
    boolean dryRun,
    int workers)
    implements JobDefinition {
  static final String TYPE = "collect";

  /** Stands for the archive itself, which anonymizes without leaving. */
  static final String ARCHIVE = "";

  static CollectDefinition read(DefinitionReader reader) throws JobException {
    Optional<String> anonymizer = reader.find("anonymizer");
    boolean inArchive = anonymizer.isPresent() && !reader.has("source", "destination");
    CollectDefinition definition =
        new CollectDefinition(
            inArchive ? ARCHIVE : reader.text("source"),
            inArchive ? ARCHIVE : reader.text("destination"),
            anonymizer,
            Worklist.read(reader.object("worklist")),
            reader.flag("key-file"),
            reader.flag("report", true),
            reader.flag("dry-run"),
            reader.number("workers", 2, 1, 16));
    reader.finish();
    if (!inArchive && definition.source().equals(definition.destination())) {
      throw JobException.malformed("'source' and 'destination' are the same");
    }
    return definition;
  }

  @Override
  public String type() {
    return TYPE;
  }

  @Override
  public JsonObject shown() {
    JsonObjectBuilder shown = Json.createObjectBuilder();
    if (!source.equals(ARCHIVE)) {
      shown.add("source", source).add("destination", destination);
    }
    anonymizer.ifPresent(name -> shown.add("anonymizer", name));
    return shown
        .add("items", worklist.items().size())
        .add("key-file", keyFile)
        .add("report", report)
        .add("dry-run", dryRun)
        .add("workers", workers)
        .build();
  }
}
