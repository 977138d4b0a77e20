package org.lucina.endpoint.redis;

import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.lucina.dicom.DataSet;
import org.lucina.spi.anonymize.Anonymized;
import org.lucina.spi.dixel.Dixel;
import org.lucina.spi.dixel.Reference;
import org.lucina.spi.dixel.View;
import org.lucina.spi.simple.TagsJson;

/** Dixels as fields of a hash, and back. */
final class DixelForm {
  private DixelForm() {}

  /** The fields of a dixel, whose attributes are given: pixel data and bulk are left out. */
  static Map<String, String> fields(Dixel dixel, DataSet tags) throws IOException {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put(Names.TAGS, TagsJson.of(tags));
    if (dixel.views().contains(View.REPORT)) {
      dixel.report().ifPresent(text -> fields.put(Names.REPORT, text));
    }
    dixel.metadata().forEach((name, value) -> fields.put(Names.METADATA + name, value));
    return fields;
  }

  /** A dixel of its fields. */
  static Dixel dixel(Reference reference, Map<String, String> fields) throws IOException {
    DataSet tags = TagsJson.read(fields.getOrDefault(Names.TAGS, "{}"));
    Dixel.Builder dixel =
        Dixel.of(Reference.of(reference.level(), tags).orElse(reference)).tags(tags);
    if (fields.containsKey(Names.REPORT)) {
      dixel.report(() -> fields.get(Names.REPORT));
    }
    Map<String, String> metadata = new HashMap<>();
    fields.forEach(
        (name, value) -> {
          if (name.startsWith(Names.METADATA)) {
            metadata.put(name.substring(Names.METADATA.length()), value);
          }
        });
    return metadata.isEmpty()
        ? dixel.build()
        : dixel.metadata(Anonymized.ofOthers(metadata)).build();
  }
}
