package org.lucina.endpoint.orthanc;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.lucina.dicom.DataSet;
import org.lucina.spi.dixel.DicomLevel;
import org.lucina.spi.dixel.OrthancId;
import org.lucina.spi.dixel.Reference;
import org.lucina.spi.endpoint.EndpointException;
import org.lucina.spi.endpoint.EndpointException.Reason;
import org.lucina.spi.http.HttpCall;

/** Finds Orthanc's resources by references, and what is above and below them. */
final class Resources {
  private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{8}){4}");
  private static final Pattern UID = Pattern.compile("[0-9.]+");
  private static final Pattern NO_WILD_CARDS = Pattern.compile("[^*?\\\\]+");

  private final OrthancApi api;

  Resources(OrthancApi api) {
    this.api = api;
  }

  /** The path of the one resource that a reference names; whether it exists may remain unknown. */
  String path(Reference reference) throws EndpointException {
    return Levels.path(reference.level(), id(reference));
  }

  /** Orthanc's identifier of the one resource that a reference names. */
  String id(Reference reference) throws EndpointException {
    List<String> ids = ids(reference);
    if (ids.isEmpty()) {
      throw new EndpointException(Reason.NOT_FOUND, reference + " is not at " + api.address());
    }
    if (ids.size() > 1) {
      throw new EndpointException(
          Reason.REFUSED,
          reference
              + " is there "
              + ids.size()
              + " times at "
              + api.address()
              + ": name its patient, too");
    }
    return ids.get(0);
  }

  /**
   * Orthanc's identifiers of all resources that have the identifiers of a reference. Where these
   * are complete, the identifier is computed, and may be that of nothing.
   */
  List<String> ids(Reference reference) throws EndpointException {
    Optional<String> key = reference.key().filter(text -> ID.matcher(text).matches());
    Optional<String> known = key.or(() -> OrthancId.of(reference));
    if (known.isPresent()) {
      return List.of(known.get());
    }
    return reference.identifier().isEmpty() ? List.of() : look(reference);
  }

  private List<String> look(Reference reference) throws EndpointException {
    JsonObjectBuilder query = api.json().createObjectBuilder();
    List<Optional<String>> uids =
        List.of(reference.studyUid(), reference.seriesUid(), reference.instanceUid());
    List<String> names = List.of("StudyInstanceUID", "SeriesInstanceUID", "SOPInstanceUID");
    for (int i = 0; i < names.size(); i++) {
      if (uids.get(i).isPresent()) {
        String uid = uids.get(i).get();
        if (!UID.matcher(uid).matches()) {
          return List.of(); // a wild card would name others
        }
        query.add(names.get(i), uid);
      }
    }
    reference
        .patientId()
        .filter(id -> NO_WILD_CARDS.matcher(id).matches())
        .ifPresent(id -> query.add("PatientID", id));
    JsonObject lookup =
        api.json()
            .createObjectBuilder()
            .add("Level", Levels.type(reference.level()))
            .add("Query", query)
            .add("CaseSensitive", true)
            .build();
    List<String> ids = new ArrayList<>();
    for (JsonValue id : api.array(OrthancApi.post("/tools/find", lookup).asRepeatable())) {
      String text = ((JsonString) id).getString();
      if (reference.patientId().isEmpty()
          || ancestor(reference.level(), text, DicomLevel.PATIENT)
              .id()
              .equals(OrthancId.of(reference.patientId().get()))) {
        ids.add(text);
      }
    }
    return ids;
  }

  /** An identifier that another part of Orthanc told. */
  static String checked(String id) throws EndpointException {
    if (!ID.matcher(id).matches()) {
      throw new EndpointException(Reason.REFUSED, "Orthanc tells what is no identifier of its own");
    }
    return id;
  }

  boolean exists(DicomLevel level, String id) throws EndpointException {
    try {
      get(level, id);
      return true;
    } catch (EndpointException e) {
      if (e.reason() == Reason.NOT_FOUND) {
        return false;
      }
      throw e;
    }
  }

  Resource get(DicomLevel level, String id) throws EndpointException {
    return Resource.of(level, api.object(HttpCall.get(Levels.path(level, id))));
  }

  /** What a resource belongs to at a higher level. */
  Resource ancestor(DicomLevel level, String id, DicomLevel higher) throws EndpointException {
    String member = Levels.type(higher).toLowerCase(Locale.ROOT);
    return Resource.of(higher, api.object(HttpCall.get(Levels.path(level, id) + "/" + member)));
  }

  /** The parts of a resource at a lower level. */
  List<Resource> parts(DicomLevel level, String id, DicomLevel lower) throws EndpointException {
    List<Resource> parts = new ArrayList<>();
    String path = Levels.path(level, id) + "/" + Levels.folder(lower);
    for (JsonValue part : api.array(HttpCall.get(path))) {
      parts.add(Resource.of(lower, part.asJsonObject()));
    }
    return parts;
  }

  /** The attributes of a resource and of all above it. */
  DataSet tags(Resource resource) throws EndpointException {
    DataSet tags = new DataSet();
    if (resource.level() == DicomLevel.INSTANCE) {
      ancestor(resource.level(), resource.id(), DicomLevel.SERIES).addTags(tags);
    }
    if (resource.level().isBelow(DicomLevel.STUDY)) {
      ancestor(resource.level(), resource.id(), DicomLevel.STUDY).addTags(tags);
    }
    resource.addTags(tags);
    return tags;
  }
}
