package org.lucina.endpoint.splunk;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.stream.JsonParser;
import java.io.IOException;
import java.io.StringReader;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.lucina.spi.endpoint.EndpointException;
import org.lucina.spi.endpoint.EndpointException.Reason;
import org.lucina.spi.http.HttpAnswer;
import org.lucina.spi.http.HttpCall;
import org.lucina.spi.http.HttpPeer;

/** Search jobs of Splunk: begun, asked for until they are done, read page by page, removed. */
final class Jobs {
  private static final String JOBS = "/services/search/jobs";
  private static final String FORM = "application/x-www-form-urlencoded";

  private final HttpPeer peer;
  private final Duration patience;
  private final Duration pause;
  private final int page;

  /**
   * Makes them.
   *
   * @param patience how long a search may take
   * @param pause between questions whether it is done
   * @param page results that are asked for at once
   */
  Jobs(HttpPeer peer, Duration patience, Duration pause, int page) {
    this.peer = peer;
    this.patience = patience;
    this.pause = pause;
    this.page = page;
  }

  /** Takes results; returns false to stop. */
  @FunctionalInterface
  interface Results {
    boolean accept(JsonObject result) throws EndpointException;
  }

  /** Whether the search service is there and lets this server in. */
  String check() throws EndpointException {
    peer.text(HttpCall.get("/services/server/info?output_mode=json"));
    return "searches are run at " + peer.address();
  }

  /** Runs a search and gives its results, each as it is read. */
  void run(SearchJob job, Results results) throws EndpointException {
    String id = object(peer.text(HttpCall.post(JOBS).body(job.form(), FORM))).getString("sid", "");
    if (id.isEmpty()) {
      throw new EndpointException(Reason.FAILED, "Splunk began no search");
    }
    String path = JOBS + "/" + URLEncoder.encode(id, StandardCharsets.UTF_8);
    try {
      long number = await(path);
      long given = 0;
      while (given < number) {
        long more = page(path, given, results);
        if (more <= 0) {
          return;
        }
        given += more;
      }
    } finally {
      remove(id, path);
    }
  }

  /** How many results there are when it is done. */
  private long await(String path) throws EndpointException {
    Polling polling = new Polling(patience, pause);
    while (true) {
      JsonObject state = state(path);
      if (state.getBoolean("isFailed", false)
          || state.getString("dispatchState", "").equals("FAILED")) {
        throw new EndpointException(Reason.REFUSED, "Splunk could not run the search");
      }
      if (state.getBoolean("isDone", false)) {
        return state.getJsonNumber("resultCount").longValue();
      }
      polling.pause("a search in Splunk was not done within " + patience);
    }
  }

  private JsonObject state(String path) throws EndpointException {
    try {
      return object(peer.text(HttpCall.get(path + "?output_mode=json")))
          .getJsonArray("entry")
          .getJsonObject(0)
          .getJsonObject("content");
    } catch (NullPointerException | IndexOutOfBoundsException | ClassCastException e) {
      throw new EndpointException(Reason.FAILED, "Splunk does not tell how its search is", e);
    }
  }

  /** Reads a page; returns how many results it has, 0 also when no more are wanted. */
  private long page(String path, long offset, Results results) throws EndpointException {
    HttpCall call =
        HttpCall.get(path + "/results?output_mode=json&count=" + page + "&offset=" + offset);
    long given = 0;
    try (HttpAnswer answer = peer.send(call);
        JsonParser parser = Json.createParser(answer.body())) {
      while (parser.hasNext()) {
        if (parser.next() == JsonParser.Event.KEY_NAME && parser.getString().equals("results")) {
          parser.next();
          while (parser.next() == JsonParser.Event.START_OBJECT) {
            given++;
            if (!results.accept(parser.getObject())) {
              return 0;
            }
          }
        }
      }
      return given;
    } catch (JsonException e) {
      throw new EndpointException(Reason.FAILED, "Splunk's results are broken", e);
    } catch (IOException e) {
      throw peer.fault(call, e);
    }
  }

  /** A job that stays is removed by Splunk itself after some minutes. */
  private void remove(String id, String path) {
    try {
      peer.text(HttpCall.delete(path));
    } catch (EndpointException e) {
      SplunkLogger.LOG.jobLeft(id, e.getMessage());
    }
  }

  private static JsonObject object(String text) throws EndpointException {
    try (JsonReader reader = Json.createReader(new StringReader(text))) {
      return reader.readObject();
    } catch (JsonException e) {
      throw new EndpointException(Reason.FAILED, "Splunk answered no JSON", e);
    }
  }
}
