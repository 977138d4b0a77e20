package org.lucina.web.job;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.lucina.web.problem.Fault;
import org.lucina.web.problem.ProblemException;

/** Reads the definition of a job from the body of a request. */
final class JobBody {
  /** Bytes of a definition at most: a worklist of a million items fits in. */
  private static final int MOST = 32 << 20;

  private JobBody() {}

  /** Nothing but JSON is read: pages of other sites can send forms, but not that. */
  static JsonObject read(String contentType, InputStream body) throws IOException {
    if (contentType == null || !contentType.matches("(?i)application/json\\s*(;.*)?")) {
      throw new ProblemException(
          Fault.UNSUPPORTED_MEDIA_TYPE, "A job is defined by application/json.");
    }
    byte[] bytes = body.readNBytes(MOST + 1);
    if (bytes.length > MOST) {
      throw new ProblemException(
          Fault.TOO_LARGE, "A job is defined by " + MOST + " bytes at most.");
    }
    try (JsonReader reader = Json.createReader(new ByteArrayInputStream(bytes))) {
      return reader.readObject();
    } catch (JsonException | IllegalStateException e) {
      throw new ProblemException(Fault.BAD_REQUEST, "The body is no JSON object.", e);
    }
  }

  static boolean readsFilesOfServer(JsonObject definition) {
    return definition.containsKey("path");
  }
}
