package org.lucina.spi.http;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.lucina.spi.dixel.Content;

/**
 * A request.
 *
 * @param method such as {@code GET}
 * @param path below the peer's address, encoded, with its query if it has one
 * @param headers fields besides those of the peer's settings
 * @param body what is sent, streamed from where it is
 * @param patience how long the answer may take after the last byte of the body, empty for what the
 *     peer's settings say
 * @param repeatable whether it may be sent once more when the connection breaks
 */
public record HttpCall(
    String method,
    String path,
    List<Map.Entry<String, String>> headers,
    Optional<Content> body,
    Optional<Duration> patience,
    boolean repeatable) {

  /** Copies the list. */
  public HttpCall {
    headers = List.copyOf(headers);
  }

  /** Gets a resource. */
  public static HttpCall get(String path) {
    return of("GET", path, true);
  }

  /** Removes a resource. */
  public static HttpCall delete(String path) {
    return of("DELETE", path, true);
  }

  /** Does something that may not be done twice. */
  public static HttpCall post(String path) {
    return of("POST", path, false);
  }

  /** Sets a resource. */
  public static HttpCall put(String path) {
    return of("PUT", path, true);
  }

  private static HttpCall of(String method, String path, boolean repeatable) {
    return new HttpCall(method, path, List.of(), Optional.empty(), Optional.empty(), repeatable);
  }

  /** The same with one more header field. */
  public HttpCall header(String name, String value) {
    List<Map.Entry<String, String>> more = new ArrayList<>(headers);
    more.add(Map.entry(name, value));
    return new HttpCall(method, path, more, body, patience, repeatable);
  }

  /** The same with a body. */
  public HttpCall body(Content content, String mediaType) {
    return new HttpCall(method, path, headers, Optional.of(content), patience, repeatable)
        .header("Content-Type", mediaType);
  }

  /** The same with a body of text. */
  public HttpCall body(String text, String mediaType) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return body(
        Content.of(OptionalLong.of(bytes.length), () -> new ByteArrayInputStream(bytes)),
        mediaType);
  }

  /** The same, whose answer may take so long. */
  public HttpCall patience(Duration time) {
    return new HttpCall(method, path, headers, body, Optional.of(time), repeatable);
  }

  /** The same, which may be sent once more when the connection breaks. */
  public HttpCall asRepeatable() {
    return new HttpCall(method, path, headers, body, patience, true);
  }

  /** For logs and administrators: no query, which may hold a patient's values. */
  @Override
  public String toString() {
    int query = path.indexOf('?');
    return method + " " + (query < 0 ? path : path.substring(0, query));
  }
}
