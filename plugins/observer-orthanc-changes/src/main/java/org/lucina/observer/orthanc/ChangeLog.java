package org.lucina.observer.orthanc;

import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.spi.JsonProvider;
import java.io.StringReader;
import java.util.List;
import org.lucina.spi.endpoint.EndpointException;
import org.lucina.spi.endpoint.EndpointException.Reason;

/** Orthanc's log of changes. */
final class ChangeLog {
  private final OrthancReader orthanc;
  private JsonProvider json;

  ChangeLog(OrthancReader orthanc) {
    this.orthanc = orthanc;
  }

  /**
   * A part of it.
   *
   * @param changes in the order of their numbers
   * @param last the number up to which they are told; that of the newest change when there are none
   */
  record Page(List<Change> changes, long last) {}

  /** Changes after a number. */
  Page since(long number, int limit) throws EndpointException {
    return page("/changes?since=" + number + "&limit=" + limit);
  }

  /** The newest change alone. */
  Page newest() throws EndpointException {
    return page("/changes?last");
  }

  private Page page(String path) throws EndpointException {
    JsonObject page = object(path);
    try {
      return new Page(
          page.getJsonArray("Changes").stream()
              .map(change -> Change.of(change.asJsonObject()))
              .toList(),
          page.getJsonNumber("Last").longValue());
    } catch (RuntimeException e) {
      throw new EndpointException(
          Reason.FAILED, orthanc.name() + " does not tell changes as Orthanc does", e);
    }
  }

  /** Any JSON object of Orthanc. */
  JsonObject object(String path) throws EndpointException {
    String text = orthanc.read(path);
    try (JsonReader reader = json().createReader(new StringReader(text))) {
      return reader.readObject();
    } catch (JsonException e) {
      throw new EndpointException(
          Reason.FAILED, orthanc.name() + " does not answer as Orthanc does", e);
    }
  }

  String name() {
    return orthanc.name();
  }

  private synchronized JsonProvider json() {
    if (json == null) {
      json = JsonProvider.provider();
    }
    return json;
  }
}
