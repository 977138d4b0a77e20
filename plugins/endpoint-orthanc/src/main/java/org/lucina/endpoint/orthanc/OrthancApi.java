package org.lucina.endpoint.orthanc;

import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonStructure;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.util.Optional;
import org.lucina.spi.endpoint.EndpointException;
import org.lucina.spi.endpoint.EndpointException.Reason;
import org.lucina.spi.http.HttpAnswer;
import org.lucina.spi.http.HttpCall;
import org.lucina.spi.http.HttpPeer;
import org.lucina.spi.http.HttpStatusException;

/** Orthanc's REST interface: JSON both ways, and faults as Orthanc tells them. */
final class OrthancApi {
  static final String JSON = "application/json";

  private static final int REST = 1024;

  private final HttpPeer peer;
  private JsonProvider json;

  OrthancApi(HttpPeer peer) {
    this.peer = peer;
  }

  URI address() {
    return peer.address();
  }

  /** Makes and reads JSON; looked up when it is first needed, since that takes a while. */
  synchronized JsonProvider json() {
    if (json == null) {
      json = JsonProvider.provider();
    }
    return json;
  }

  HttpAnswer send(HttpCall call) throws EndpointException {
    try {
      return peer.send(call);
    } catch (HttpStatusException e) {
      throw refined(e);
    }
  }

  /** A short answer that is text. */
  String text(HttpCall call) throws EndpointException {
    try {
      return peer.text(call);
    } catch (HttpStatusException e) {
      throw refined(e);
    }
  }

  /** An answer of any JSON. */
  JsonStructure read(HttpCall call) throws EndpointException {
    try (HttpAnswer answer = send(call);
        JsonReader reader = json().createReader(answer.body())) {
      JsonStructure read = reader.read();
      // To the end, where only white space is left, so that the connection can be used again
      answer.body().readNBytes(REST);
      return read;
    } catch (IOException e) {
      throw fault(call, e);
    } catch (JsonException e) {
      if (e.getCause() instanceof IOException io) {
        throw fault(call, io);
      }
      throw noOrthanc(call, e);
    }
  }

  JsonObject object(HttpCall call) throws EndpointException {
    return of(call, JsonObject.class);
  }

  JsonArray array(HttpCall call) throws EndpointException {
    return of(call, JsonArray.class);
  }

  private <T extends JsonStructure> T of(HttpCall call, Class<T> type) throws EndpointException {
    JsonStructure answer = read(call);
    if (!type.isInstance(answer)) {
      throw noOrthanc(call, null);
    }
    return type.cast(answer);
  }

  /** Posts JSON. */
  static HttpCall post(String path, JsonValue body) {
    return HttpCall.post(path).body(body.toString(), JSON);
  }

  EndpointException fault(HttpCall call, IOException e) {
    return peer.fault(call, e);
  }

  private EndpointException noOrthanc(HttpCall call, Exception cause) {
    return new EndpointException(
        Reason.FAILED, address() + " does not answer to " + call + " as Orthanc does", cause);
  }

  /** Orthanc tells by a code of its own what is wrong; its details may hold a patient's values. */
  private EndpointException refined(HttpStatusException e) {
    if (e.status() == 401) {
      return new EndpointException(
          Reason.REFUSED, address() + " refuses the user or the password", e);
    }
    Optional<JsonObject> told = parse(e.body());
    int code = told.map(fault -> fault.getInt("OrthancStatus", 0)).orElse(0);
    String message = told.map(fault -> fault.getString("Message", "")).orElse("");
    return new EndpointException(
        OrthancStatus.reason(code).orElse(e.reason()),
        message.isEmpty() ? e.getMessage() : e.getMessage() + ": " + message,
        e);
  }

  private Optional<JsonObject> parse(String text) {
    try (JsonReader reader = json().createReader(new StringReader(text))) {
      return Optional.of(reader.readObject());
    } catch (JsonException noJson) {
      return Optional.empty();
    }
  }
}
