package org.lucina.endpoint.montage;

import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.lucina.spi.endpoint.EndpointException;
import org.lucina.spi.endpoint.EndpointException.Reason;
import org.lucina.spi.http.HttpCall;
import org.lucina.spi.http.HttpPeer;

/** The interface of Montage: resources in JSON, searches in pages. */
final class Service {
  private static final int PAGE = 200;

  private final HttpPeer peer;
  private final String index;
  private final long most;

  /**
   * Makes it.
   *
   * @param index the collection of reports
   * @param most results of a search at most
   */
  Service(HttpPeer peer, String index, long most) {
    this.peer = peer;
    this.index = index;
    this.most = most;
  }

  /** Takes results; returns false to stop. */
  @FunctionalInterface
  interface Results {
    boolean accept(JsonObject result) throws EndpointException;
  }

  /** Where it is, when it answers. */
  String check() throws EndpointException {
    peer.text(HttpCall.get("/index/?format=json"));
    return "Montage at " + peer.address() + " lets this server in";
  }

  /** A resource by its path. */
  JsonObject resource(String path) throws EndpointException {
    return object(peer.text(HttpCall.get("/" + path + "/?format=json")));
  }

  /**
   * Searches, page by page.
   *
   * @return false when the sink wanted no more
   */
  boolean search(Map<String, String> terms, Results results) throws EndpointException {
    long offset = 0;
    long total;
    do {
      JsonObject page = object(peer.text(HttpCall.get(path(terms, offset))));
      total = total(page);
      for (JsonObject result : page.getJsonArray("objects").getValuesAs(JsonObject.class)) {
        if (!results.accept(result)) {
          return false;
        }
      }
      int given = page.getJsonArray("objects").size();
      if (given == 0 && offset < total) {
        throw new EndpointException(Reason.FAILED, "Montage tells of more reports than it gives");
      }
      offset += given;
      if (offset >= most && offset < total) {
        throw new EndpointException(
            Reason.REFUSED, "more than " + most + " reports are found: ask for fewer");
      }
    } while (offset < total);
    return true;
  }

  private static long total(JsonObject page) throws EndpointException {
    try {
      page.getJsonArray("objects").size();
      return page.getJsonObject("meta").getJsonNumber("total_count").longValue();
    } catch (NullPointerException | ClassCastException e) {
      throw new EndpointException(Reason.FAILED, "Montage's answer has no results", e);
    }
  }

  private String path(Map<String, String> terms, long offset) {
    Map<String, String> all = new LinkedHashMap<>(terms);
    all.put("offset", Long.toString(offset));
    all.put("limit", Integer.toString(PAGE));
    all.put("format", "json");
    return "/index/"
        + encoded(index)
        + "/search/?"
        + all.entrySet().stream()
            .map(term -> encoded(term.getKey()) + "=" + encoded(term.getValue()))
            .collect(Collectors.joining("&"));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static JsonObject object(String text) throws EndpointException {
    try (JsonReader reader = Json.createReader(new StringReader(text))) {
      return reader.readObject();
    } catch (JsonException e) {
      throw new EndpointException(Reason.FAILED, "Montage answered no JSON", e);
    }
  }
}
