package org.lucina.endpoint.orthanc;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import org.lucina.spi.dixel.Content;
import org.lucina.spi.dixel.DicomLevel;
import org.lucina.spi.endpoint.EndpointException;
import org.lucina.spi.endpoint.EndpointException.Reason;
import org.lucina.spi.http.HttpAnswer;
import org.lucina.spi.http.HttpCall;

/** Lets Orthanc make another resource of one, with identifiers of its own. */
final class Modification {
  private final OrthancApi api;
  private final Deposit deposit;
  private final Duration patience;

  Modification(OrthancApi api, Deposit deposit, Duration patience) {
    this.api = api;
    this.deposit = deposit;
    this.patience = patience;
  }

  /**
   * Makes it.
   *
   * @param way {@code anonymize} or {@code modify}
   * @param terms as Orthanc takes them, but for KeepSource
   * @param keepsSource whether the old one stays
   * @return Orthanc's identifier of the new one
   */
  String make(DicomLevel level, String id, String way, JsonObjectBuilder terms, boolean keepsSource)
      throws EndpointException {
    if (level == DicomLevel.INSTANCE) {
      String made = instance(id, way, terms.build());
      if (!keepsSource && !made.equals(id)) {
        api.text(HttpCall.delete(Levels.path(level, id)));
      }
      return made;
    }
    JsonObject body = terms.add("KeepSource", keepsSource).add("Synchronous", true).build();
    JsonObject made =
        api.object(OrthancApi.post(Levels.path(level, id) + "/" + way, body).patience(patience));
    int failed = made.getInt("FailedInstancesCount", 0);
    if (failed > 0) {
      throw new EndpointException(
          Reason.FAILED, "Orthanc could not " + way + " " + failed + " of the instances");
    }
    return made.getString("ID");
  }

  /** Of an instance Orthanc gives the new file, and keeps nothing. */
  private String instance(String id, String way, JsonObject terms) throws EndpointException {
    HttpCall call =
        OrthancApi.post(Levels.path(DicomLevel.INSTANCE, id) + "/" + way, terms).patience(patience);
    try {
      Path file = Files.createTempFile("orthanc-", ".dcm");
      try {
        try (HttpAnswer answer = api.send(call)) {
          Files.copy(answer.body(), file, StandardCopyOption.REPLACE_EXISTING);
        }
        return deposit.put(Content.of(file)).id();
      } finally {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw api.fault(call, e);
    }
  }
}
