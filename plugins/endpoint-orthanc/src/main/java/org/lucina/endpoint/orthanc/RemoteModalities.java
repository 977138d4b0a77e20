package org.lucina.endpoint.orthanc;

import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Dictionary;
import org.lucina.dicom.Tag;
import org.lucina.spi.dixel.DicomLevel;
import org.lucina.spi.endpoint.EndpointException;
import org.lucina.spi.endpoint.EndpointException.Reason;
import org.lucina.spi.http.HttpCall;
import org.lucina.spi.query.Query;
import org.lucina.spi.query.QueryKey;
import org.lucina.spi.query.UnsupportedQueryException;

/** What Orthanc reaches over the DICOM network, and its peers. */
final class RemoteModalities {
  private static final int[] IDENTIFIERS = {
    Tag.PatientID, Tag.StudyInstanceUID, Tag.SeriesInstanceUID, Tag.SOPInstanceUID
  };

  private final OrthancApi api;
  private final Duration patience;

  RemoteModalities(OrthancApi api, Duration patience) {
    this.api = api;
    this.patience = patience;
  }

  /** C-ECHO to a modality. */
  void echo(String modality) throws EndpointException {
    api.text(
        OrthancApi.post(
            "/modalities/" + PathName.of(modality) + "/echo", JsonValue.EMPTY_JSON_OBJECT));
  }

  /**
   * Sends a resource.
   *
   * @param group {@code modalities} or {@code peers}
   */
  JsonObject send(String group, String name, String id) throws EndpointException {
    JsonArrayBuilder resources = api.json().createArrayBuilder().add(id);
    JsonObject body =
        api.json()
            .createObjectBuilder()
            .add("Resources", resources)
            .add("Synchronous", true)
            .add("Permissive", false)
            .build();
    JsonObject sent =
        api.object(
            OrthancApi.post("/" + group + "/" + PathName.of(name) + "/store", body)
                .patience(patience));
    int failed = sent.getInt("FailedInstancesCount", 0);
    if (failed > 0) {
      throw new EndpointException(
          Reason.FAILED, "Orthanc could not send " + failed + " of the instances to " + name);
    }
    return sent;
  }

  /** Queries a modality; the answers have attributes by keyword. */
  JsonArray query(String modality, Query query) throws EndpointException {
    String id = begin(modality, query);
    try {
      return api.array(HttpCall.get("/queries/" + id + "/answers?expand&simplify"));
    } finally {
      end(id);
    }
  }

  /** Takes the answers to a query; returns false when it has enough. */
  @FunctionalInterface
  interface AnswerSink {
    boolean take(DataSet answer) throws EndpointException;
  }

  /** Queries a modality, and gives the answers one by one. */
  void query(String modality, Query query, AnswerSink sink) throws EndpointException {
    String id = begin(modality, query);
    try {
      String path = "/queries/" + id + "/answers";
      for (JsonValue number : api.array(HttpCall.get(path))) {
        String answer = path + "/" + ((JsonString) number).getString() + "/content";
        if (!sink.take(Resource.tags(api.object(HttpCall.get(answer))))) {
          return;
        }
      }
    } finally {
      end(id);
    }
  }

  /**
   * Lets a modality send all that a query finds.
   *
   * @param target AE title to which it is sent
   * @return how much was found
   */
  int retrieve(String modality, Query query, String target) throws EndpointException {
    String id = begin(modality, query);
    try {
      int found = api.array(HttpCall.get("/queries/" + id + "/answers")).size();
      if (found > 0) {
        JsonObject body =
            api.json()
                .createObjectBuilder()
                .add("TargetAet", target)
                .add("Synchronous", true)
                .build();
        api.text(OrthancApi.post("/queries/" + id + "/retrieve", body).patience(patience));
      }
      return found;
    } finally {
      end(id);
    }
  }

  /** Orthanc's own AE title. */
  String ownTitle() throws EndpointException {
    return api.object(HttpCall.get("/system")).getString("DicomAet");
  }

  private String begin(String modality, Query query) throws EndpointException {
    Map<String, String> keys = new LinkedHashMap<>();
    for (DicomLevel level : DicomLevel.values()) {
      if (!level.isBelow(query.level())) {
        keys.put(keyword(IDENTIFIERS[level.ordinal()]), "");
      }
    }
    query.include().forEach(tag -> keys.put(keyword(tag), ""));
    for (QueryKey key : query.keys()) {
      if (key.path().size() > 1) {
        throw new UnsupportedQueryException(List.of("matching on " + key.attribute()));
      }
      keys.put(keyword(key.tag()), key.value());
    }
    JsonObjectBuilder terms = api.json().createObjectBuilder();
    keys.forEach(terms::add);
    JsonObject body =
        api.json()
            .createObjectBuilder()
            .add("Level", Levels.type(query.level()))
            .add("Query", terms)
            .add("Normalize", false) // else Orthanc leaves out keys that it thinks unusual
            .build();
    return api.object(
            OrthancApi.post("/modalities/" + PathName.of(modality) + "/query", body)
                .patience(patience))
        .getString("ID");
  }

  private void end(String id) throws EndpointException {
    api.text(HttpCall.delete("/queries/" + id));
  }

  private static String keyword(int tag) {
    return Dictionary.find(tag)
        .map(Dictionary.Entry::keyword)
        .orElseGet(() -> String.format("%04X,%04X", tag >>> 16, tag & 0xFFFF));
  }
}
