package org.lucina.archive.job;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Registers files: puts every DICOM file below a folder of the server to an endpoint.
 *
 * @param folder where they are, absolute
 * @param endpoint name of the endpoint that registers or takes them
 * @param collection the Accession Number of those that are put, empty for all
 * @param dryRun whether they are only looked for
 */
public record IndexDefinition(
    Path folder, String endpoint, Optional<String> collection, boolean dryRun)
    implements JobDefinition {
  static final String TYPE = "index";

  static IndexDefinition read(DefinitionReader reader) throws JobException {
    IndexDefinition definition =
        new IndexDefinition(
            folder(reader.text("path")),
            reader.text("endpoint"),
            reader.find("collection"),
            reader.flag("dry-run"));
    reader.finish();
    return definition;
  }

  private static Path folder(String path) throws JobException {
    try {
      Path folder = Path.of(path);
      if (folder.isAbsolute()) {
        return folder.normalize();
      }
    } catch (InvalidPathException e) {
      throw new JobException(JobException.Reason.MALFORMED, "'path' is no path", e);
    }
    throw JobException.malformed("'path' must be absolute");
  }

  @Override
  public String type() {
    return TYPE;
  }

  /** A collection is an Accession Number, which is not shown. */
  @Override
  public JsonObject shown() {
    JsonObjectBuilder shown =
        Json.createObjectBuilder().add("path", folder.toString()).add("endpoint", endpoint);
    return shown.add("one-collection", collection.isPresent()).add("dry-run", dryRun).build();
  }
}
