package org.lucina.anonymizer.diana;

import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.spi.JsonProvider;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.lucina.dicom.Dictionary;
import org.lucina.spi.anonymize.Anonymized;
import org.lucina.spi.dixel.DicomLevel;

/** Writes shams as Orthanc's {@code /anonymize} takes them. Thread-safe. */
final class ReplacementMap {
  private JsonProvider json;

  private synchronized JsonProvider json() {
    if (json == null) {
      json = JsonProvider.provider();
    }
    return json;
  }

  /** Metadata with the maps of study, series and instance. */
  Map<String, String> metadata(Sham sham) {
    Map<String, String> metadata = new HashMap<>();
    for (DicomLevel level : DicomLevel.values()) {
      if (level != DicomLevel.PATIENT) {
        String name = Anonymized.ORTHANC_MAP + level.name().toLowerCase(Locale.ROOT);
        metadata.put(name, of(sham, level));
      }
    }
    return metadata;
  }

  /** The map with which a part of that level is anonymized as a whole. */
  String of(Sham sham, DicomLevel level) {
    JsonObjectBuilder replace = json().createObjectBuilder();
    sham.replaced(level).forEach((tag, value) -> replace.add(keyword(tag), value));
    JsonArrayBuilder keep = json().createArrayBuilder();
    Sham.kept(level).forEach(tag -> keep.add(keyword(tag)));
    return json()
        .createObjectBuilder()
        .add("Replace", replace)
        .add("Keep", keep)
        .add("Force", true)
        .build()
        .toString();
  }

  private static String keyword(int tag) {
    return Dictionary.find(tag).orElseThrow().keyword();
  }
}
