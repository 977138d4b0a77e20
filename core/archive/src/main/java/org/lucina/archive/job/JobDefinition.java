package org.lucina.archive.job;

import jakarta.json.JsonObject;

/** What a job is to do. */
public sealed interface JobDefinition permits CollectDefinition, IndexDefinition, ScanDefinition {

  /** Its type, which is also the name of its batch job. */
  String type();

  /** What may be shown of it: nothing that names patients. */
  JsonObject shown();

  /**
   * Reads a definition.
   *
   * @throws JobException naming what is wrong
   */
  static JobDefinition parse(JsonObject json) throws JobException {
    DefinitionReader reader = new DefinitionReader(json);
    String type = reader.text("type");
    return switch (type) {
      case CollectDefinition.TYPE -> CollectDefinition.read(reader);
      case IndexDefinition.TYPE -> IndexDefinition.read(reader);
      case ScanDefinition.TYPE -> ScanDefinition.read(reader);
      default -> throw JobException.malformed("'type' must be collect, index or scan");
    };
  }
}
