package org.lucina.endpoint.tcia;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Map;
import java.util.stream.Collectors;
import org.lucina.spi.endpoint.EndpointException;
import org.lucina.spi.endpoint.EndpointException.Reason;
import org.lucina.spi.http.HttpAnswer;
import org.lucina.spi.http.HttpCall;
import org.lucina.spi.http.HttpPeer;

/** The functions of the NBIA Search REST API. */
final class NbiaServer {

  /** Takes rows; returns false to stop. */
  @FunctionalInterface
  interface RowSink {
    /** Takes one. */
    boolean accept(JsonObject row) throws EndpointException;
  }

  private final HttpPeer peer;

  NbiaServer(HttpPeer peer) {
    this.peer = peer;
  }

  /**
   * Reads the rows that a function answers with, as they come.
   *
   * @param parameters by the names that the function gives them
   */
  void rows(String function, Map<String, String> parameters, RowSink sink)
      throws EndpointException {
    HttpCall call = call(function, parameters);
    try (HttpAnswer answer = peer.send(call);
        PushbackInputStream body = new PushbackInputStream(answer.body())) {
      int first = body.read();
      if (first < 0) {
        return; // which is how NBIA says that there is nothing
      }
      body.unread(first);
      read(body, sink);
    } catch (JsonException | ClassCastException | IllegalStateException e) {
      throw new EndpointException(Reason.FAILED, peer.address() + " gave no list to " + call, e);
    } catch (IOException e) {
      throw peer.fault(call, e);
    }
  }

  private static void read(InputStream body, RowSink sink) throws EndpointException {
    try (JsonParser parser = Json.createParser(body)) {
      if (parser.next() != JsonParser.Event.START_ARRAY) {
        throw new JsonException("no list");
      }
      Iterator<JsonValue> rows = parser.getArrayStream().iterator();
      boolean more = true;
      while (more && rows.hasNext()) {
        more = sink.accept(rows.next().asJsonObject());
      }
    }
  }

  /** Opens an object; close it. */
  InputStream image(String seriesUid, String instanceUid) throws IOException {
    HttpCall call =
        call(
            "getSingleImage",
            Map.of("SeriesInstanceUID", seriesUid, "SOPInstanceUID", instanceUid));
    try {
      return peer.send(call).body();
    } catch (EndpointException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  private static HttpCall call(String function, Map<String, String> parameters) {
    String query =
        parameters.entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(each -> each.getKey() + "=" + encode(each.getValue()))
            .collect(Collectors.joining("&"));
    return HttpCall.get("/" + function + (query.isEmpty() ? "" : "?" + query));
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  @Override
  public String toString() {
    return peer.address().toString();
  }
}
