package org.lucina.endpoint.xnat;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonParser;
import java.io.IOException;
import java.util.Iterator;
import org.lucina.spi.endpoint.EndpointException;
import org.lucina.spi.endpoint.EndpointException.Reason;
import org.lucina.spi.http.HttpAnswer;
import org.lucina.spi.http.HttpCall;

/** Reads the rows of one of XNAT's tables as they come. */
final class XnatTable {
  private XnatTable() {}

  /** Takes rows; returns false to stop. */
  @FunctionalInterface
  interface RowSink {
    /** Takes one. */
    boolean accept(XnatRow row) throws EndpointException;
  }

  /** Gets a table; the call asks for it in JSON. */
  static void read(XnatSession session, HttpCall call, RowSink sink) throws EndpointException {
    try (HttpAnswer answer = session.send(call);
        JsonParser parser = Json.createParser(answer.body())) {
      while (parser.hasNext()) {
        if (parser.next() == JsonParser.Event.KEY_NAME
            && parser.getString().equals("Result")
            && parser.next() == JsonParser.Event.START_ARRAY) {
          Iterator<JsonValue> rows = parser.getArrayStream().iterator();
          boolean more = true;
          while (more && rows.hasNext()) {
            more = sink.accept(new XnatRow(rows.next().asJsonObject()));
          }
          return;
        }
      }
    } catch (JsonException | ClassCastException e) {
      throw new EndpointException(Reason.FAILED, session + " gave no table to " + call, e);
    } catch (IOException e) {
      throw session.fault(call, e);
    }
  }
}
