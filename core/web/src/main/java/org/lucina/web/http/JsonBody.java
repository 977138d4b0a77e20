package org.lucina.web.http;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.lucina.web.problem.Fault;
import org.lucina.web.problem.ProblemException;

/** Reads what is asked for from the body of a request. */
public final class JsonBody {
  /** Bytes at most: a worklist of a million items fits in. */
  private static final int MOST = 32 << 20;

  private JsonBody() {}

  /** Nothing but JSON is read: pages of other sites can send forms, but not that. */
  public static JsonObject read(String contentType, InputStream body) throws IOException {
    if (contentType == null || !contentType.matches("(?i)application/json\\s*(;.*)?")) {
      throw new ProblemException(
          Fault.UNSUPPORTED_MEDIA_TYPE, "The body must be application/json.");
    }
    byte[] bytes = body.readNBytes(MOST + 1);
    if (bytes.length > MOST) {
      throw new ProblemException(Fault.TOO_LARGE, "The body may have " + MOST + " bytes.");
    }
    try (JsonReader reader = Json.createReader(new ByteArrayInputStream(bytes))) {
      return reader.readObject();
    } catch (JsonException | IllegalStateException e) {
      throw new ProblemException(Fault.BAD_REQUEST, "The body is no JSON object.", e);
    }
  }
}
