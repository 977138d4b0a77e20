package org.lucina.observer.orthanc;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Dictionary;
import org.lucina.dicom.Tag;
import org.lucina.spi.dixel.DicomLevel;
import org.lucina.spi.endpoint.EndpointException;
import org.lucina.spi.endpoint.EndpointException.Reason;

/**
 * Asks Orthanc for the main attributes of what its changes name by identifiers of its own. For one
 * thread at a time.
 */
final class Identification {
  private static final int REMEMBERED = 1_000;

  private final ChangeLog orthanc;

  /** Series and studies, which many instances have in common. */
  private final Map<String, JsonObject> known = new Recent();

  Identification(ChangeLog orthanc) {
    this.orthanc = orthanc;
  }

  /** The attributes of a level and those above; none when it is gone. */
  DataSet tags(DicomLevel level, String id) throws EndpointException {
    List<JsonObject> line = new ArrayList<>();
    Optional<DicomLevel> each = Optional.of(level);
    String next = id;
    // A study tells of its patient, too
    while (each.isPresent() && (each.get() != DicomLevel.PATIENT || level == DicomLevel.PATIENT)) {
      Optional<JsonObject> resource = resource(each.get(), next, each.get() != level);
      if (resource.isEmpty()) {
        return new DataSet();
      }
      line.add(0, resource.get());
      each = each.get().above();
      next = each.map(above -> resource.get().getString("Parent" + type(above), "")).orElse("");
    }
    DataSet tags = new DataSet();
    tags.set(Tag.SpecificCharacterSet, "ISO_IR 192");
    for (JsonObject resource : line) {
      add(resource.get("PatientMainDicomTags"), tags);
      add(resource.get("MainDicomTags"), tags);
    }
    return tags;
  }

  private Optional<JsonObject> resource(DicomLevel level, String id, boolean remember)
      throws EndpointException {
    if (remember && known.containsKey(id)) {
      return Optional.of(known.get(id));
    }
    try {
      JsonObject resource = orthanc.object("/" + folder(level) + "/" + id);
      if (remember) {
        known.put(id, resource);
      }
      return Optional.of(resource);
    } catch (EndpointException e) {
      if (e.reason() == Reason.NOT_FOUND) {
        return Optional.empty();
      }
      throw e;
    }
  }

  private static String folder(DicomLevel level) {
    return switch (level) {
      case PATIENT -> "patients";
      case STUDY -> "studies";
      case SERIES -> "series";
      case INSTANCE -> "instances";
    };
  }

  private static String type(DicomLevel level) {
    String name = level.name();
    return name.charAt(0) + name.substring(1).toLowerCase(Locale.ROOT);
  }

  private static void add(JsonValue main, DataSet tags) {
    if (main instanceof JsonObject values) {
      values.forEach(
          (name, value) ->
              Dictionary.find(name)
                  .filter(entry -> entry.vr().isText() && value instanceof JsonString)
                  .ifPresent(
                      entry ->
                          tags.set(entry.tag(), entry.vr(), ((JsonString) value).getString())));
    }
  }

  /** What was met last is likely to be met next. */
  private static final class Recent extends LinkedHashMap<String, JsonObject> {
    private static final long serialVersionUID = 1L;

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, JsonObject> eldest) {
      return size() > REMEMBERED;
    }
  }
}
