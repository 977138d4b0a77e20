package org.lucina.endpoint.splunk;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.time.Duration;
import java.util.UUID;
import org.lucina.spi.endpoint.EndpointException;
import org.lucina.spi.endpoint.EndpointException.Reason;
import org.lucina.spi.http.HttpCall;
import org.lucina.spi.http.HttpPeer;
import org.lucina.spi.http.HttpStatusException;

/** The HTTP event collector of Splunk. */
final class Collector {
  private static final String EVENTS = "/services/collector/event";
  private static final String JSON = "application/json";
  private static final String CHANNEL = "X-Splunk-Request-Channel";
  private static final int NO_DATA = 5;

  private final HttpPeer peer;
  private final boolean acknowledged;
  private final Duration patience;
  private final Duration pause;
  private final String channel = UUID.randomUUID().toString();

  /**
   * Makes it.
   *
   * @param acknowledged whether to wait until Splunk has indexed what it took
   * @param patience how long that may take
   * @param pause between questions
   */
  Collector(HttpPeer peer, boolean acknowledged, Duration patience, Duration pause) {
    this.peer = peer;
    this.acknowledged = acknowledged;
    this.patience = patience;
    this.pause = pause;
  }

  /** Whether it is there and takes the token, without leaving an event. */
  String check() throws EndpointException {
    peer.text(HttpCall.get("/services/collector/health"));
    try {
      peer.text(withChannel(HttpCall.post(EVENTS).body("", JSON)));
    } catch (HttpStatusException e) {
      if (e.status() != 400 || code(e.body()) != NO_DATA) {
        throw e;
      }
    }
    return "event collector at " + peer.address() + " takes events";
  }

  /** Sends events, one behind the other. */
  void send(String events) throws EndpointException {
    String answer = peer.text(withChannel(HttpCall.post(EVENTS).body(events, JSON)));
    if (acknowledged) {
      JsonObject told = object(answer);
      if (!told.containsKey("ackId")) {
        throw new EndpointException(
            Reason.REFUSED, "the token of the event collector acknowledges nothing");
      }
      await(told.getJsonNumber("ackId").longValue());
    }
  }

  private HttpCall withChannel(HttpCall call) {
    return acknowledged ? call.header(CHANNEL, channel) : call;
  }

  private void await(long number) throws EndpointException {
    String id = Long.toString(number);
    HttpCall question =
        withChannel(
            HttpCall.post("/services/collector/ack")
                .body("{\"acks\":[" + id + "]}", JSON)
                .asRepeatable());
    Polling polling = new Polling(patience, pause);
    while (!object(peer.text(question)).getJsonObject("acks").getBoolean(id, false)) {
      polling.pause("Splunk has not indexed within " + patience + " what it took");
    }
  }

  private static int code(String body) {
    try {
      return object(body).getInt("code", -1);
    } catch (EndpointException noJson) {
      return -1;
    }
  }

  private static JsonObject object(String text) throws EndpointException {
    try (JsonReader reader = Json.createReader(new StringReader(text))) {
      return reader.readObject();
    } catch (JsonException e) {
      throw new EndpointException(Reason.FAILED, "the event collector answered no JSON", e);
    }
  }
}
