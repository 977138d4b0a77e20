package org.lucina.endpoint.redis;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.lucina.dicom.Bytes;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Element;
import org.lucina.dicom.Sequence;
import org.lucina.dicom.io.ReadLimits;
import org.lucina.dicom.json.DicomJson;
import org.lucina.spi.dixel.Dixel;
import org.lucina.spi.dixel.Reference;
import org.lucina.spi.dixel.View;

/** Dixels as fields of a hash, and back. */
final class DixelForm {
  private static final int PIXELS = 0x7FE0;

  private DixelForm() {}

  /** The fields of a dixel, whose attributes are given: pixel data and bulk are left out. */
  static Map<String, String> fields(Dixel dixel, DataSet tags) throws IOException {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put(Names.TAGS, json(tags));
    if (dixel.views().contains(View.REPORT)) {
      dixel.report().ifPresent(text -> fields.put(Names.REPORT, text));
    }
    dixel.metadata().forEach((name, value) -> fields.put(Names.METADATA + name, value));
    return fields;
  }

  private static String json(DataSet tags) throws IOException {
    DataSet kept = new DataSet();
    for (Element element : tags) {
      boolean inMemory = element.value() instanceof Bytes || element.value() instanceof Sequence;
      if (inMemory && element.tag() >>> 16 != PIXELS) {
        kept.put(element);
      }
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    DicomJson.write(
        kept,
        out,
        (path, element) ->
            element.value() instanceof Bytes ? Optional.empty() : Optional.of("absent:" + path));
    return out.toString(StandardCharsets.UTF_8);
  }

  /** A dixel of its fields. */
  static Dixel dixel(Reference reference, Map<String, String> fields) throws IOException {
    DataSet tags = tags(fields.getOrDefault(Names.TAGS, "{}"));
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
    return metadata.isEmpty() ? dixel.build() : dixel.metadata(metadata).build();
  }

  private static DataSet tags(String json) throws IOException {
    return DicomJson.read(
        new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), ReadLimits.DEFAULT);
  }
}
