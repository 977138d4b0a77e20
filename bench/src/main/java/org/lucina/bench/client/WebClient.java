package org.lucina.bench.client;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Sends HTTP/1.1 requests to a peer over connections that are kept; any number of threads may.
 *
 * <p>Made of {@link HttpURLConnection}, since {@code java.net.http} takes some six times its
 * processor time to read a large body, and would be what is measured.
 */
public final class WebClient {
  private static final int PATIENCE_MILLIS = 600_000;
  private static final int BUFFER = 1 << 18;
  private static final Pattern BOUNDARY =
      Pattern.compile("boundary=\"?([^\";]+)", Pattern.CASE_INSENSITIVE);

  private final WebAddress peer;

  /** Makes one for a peer. */
  public WebClient(WebAddress peer) {
    this.peer = peer;
  }

  /** The path of a DICOMweb resource. */
  String dicomWeb(String resource) {
    return peer.dicomWeb() + resource;
  }

  /**
   * GETs a path and counts what comes: the parts of multipart, the objects of a JSON array, else
   * one.
   *
   * @throws WrongAnswerException when the response is not 200, or 204 with nothing in it
   */
  Tally count(String path, String accept) throws IOException {
    HttpURLConnection connection = open(path, Map.of("Accept", accept));
    Optional<InputStream> body = body(connection);
    if (body.isEmpty()) {
      return Tally.NONE;
    }
    BodyCounter counter = counter(connection);
    try (InputStream in = body.get()) {
      byte[] buffer = new byte[BUFFER];
      int length = in.read(buffer);
      while (length >= 0) {
        counter.accept(buffer, length);
        length = in.read(buffer);
      }
    }
    return counter.end();
  }

  /**
   * GETs a path and answers the body.
   *
   * @throws WrongAnswerException when the response is not 200, or 204 with nothing in it
   */
  byte[] get(String path, String accept) throws IOException {
    return bytes(open(path, Map.of("Accept", accept)));
  }

  /**
   * POSTs a body, which is made of pieces, and answers that of the response.
   *
   * @throws WrongAnswerException when the response is not 200
   */
  byte[] post(String path, Map<String, String> headers, List<byte[]> pieces) throws IOException {
    HttpURLConnection connection = open(path, headers);
    connection.setDoOutput(true);
    connection.setFixedLengthStreamingMode(pieces.stream().mapToLong(piece -> piece.length).sum());
    try (OutputStream out = connection.getOutputStream()) {
      for (byte[] piece : pieces) {
        out.write(piece);
      }
    }
    return bytes(connection);
  }

  /**
   * DELETEs a path.
   *
   * @throws WrongAnswerException when the response is not 200, or 204 with nothing in it
   */
  void delete(String path) throws IOException {
    HttpURLConnection connection = open(path, Map.of());
    connection.setRequestMethod("DELETE");
    bytes(connection);
  }

  private HttpURLConnection open(String path, Map<String, String> headers) throws IOException {
    URI uri = URI.create("http://" + DicomAddress.HOST + ":" + peer.port() + path);
    HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection();
    connection.setConnectTimeout(PATIENCE_MILLIS);
    connection.setReadTimeout(PATIENCE_MILLIS);
    headers.forEach(connection::setRequestProperty);
    peer.authorization().ifPresent(value -> connection.setRequestProperty("Authorization", value));
    return connection;
  }

  private static byte[] bytes(HttpURLConnection connection) throws IOException {
    Optional<InputStream> body = body(connection);
    if (body.isEmpty()) {
      return new byte[0];
    }
    try (InputStream in = body.get()) {
      return in.readAllBytes();
    }
  }

  /** The body of a response that says that all is well, empty when it has none. */
  private static Optional<InputStream> body(HttpURLConnection connection) throws IOException {
    return switch (connection.getResponseCode()) {
      case 200 -> Optional.of(connection.getInputStream());
      case 204 -> Optional.empty();
      default ->
          throw new WrongAnswerException(
              "%s %s answered %d"
                  .formatted(
                      connection.getRequestMethod(),
                      connection.getURL().getPath(),
                      connection.getResponseCode()));
    };
  }

  private static BodyCounter counter(HttpURLConnection connection) {
    String type = Optional.ofNullable(connection.getContentType()).orElse("");
    Matcher boundary = BOUNDARY.matcher(type);
    if (type.startsWith("multipart/") && boundary.find()) {
      return new MultipartParts(boundary.group(1));
    }
    return type.contains("json") ? new JsonObjects() : new PlainBody();
  }
}
