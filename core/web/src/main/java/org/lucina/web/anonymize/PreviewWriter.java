package org.lucina.web.anonymize;

import jakarta.json.Json;
import jakarta.json.stream.JsonGenerator;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import org.lucina.archive.anonymize.Preview;

/** Writes what a dry run shows, instance by instance. */
final class PreviewWriter {
  private final JsonGenerator json;

  PreviewWriter(OutputStream out, String anonymizer, String study) {
    this.json = Json.createGenerator(out);
    json.writeStartObject()
        .write("anonymizer", anonymizer)
        .write("studyInstanceUID", study)
        .writeStartArray("instances");
  }

  void write(Preview preview) {
    json.writeStartObject().write("sopInstanceUID", preview.instance());
    preview.result().ifPresent(uid -> json.write("result", uid));
    preview
        .refusal()
        .ifPresent(
            refusal ->
                json.write("refused", refusal.reason().name().toLowerCase(Locale.ROOT))
                    .write("message", String.valueOf(refusal.message())));
    json.writeStartArray("changes");
    for (Preview.ChangedAttribute change : preview.changes()) {
      json.writeStartObject()
          .write("path", change.path())
          .write("action", change.action())
          .write("rule", change.rule());
      write("before", change.before());
      write("after", change.after());
      json.writeEnd();
    }
    json.writeEnd().writeEnd();
  }

  private void write(String name, List<String> values) {
    json.writeStartArray(name);
    values.forEach(json::write);
    json.writeEnd();
  }

  /**
   * Ends it.
   *
   * @param more whether there are instances that are not shown
   */
  void finish(boolean more) {
    json.writeEnd().write("more", more).writeEnd();
    json.flush();
  }
}
