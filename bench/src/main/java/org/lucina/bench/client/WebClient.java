package org.lucina.bench.client;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpResponse.ResponseInfo;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sends HTTP/1.1 requests to a peer over connections that are kept. */
public final class WebClient {
  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final Pattern BOUNDARY =
      Pattern.compile("boundary=\"?([^\";]+)", Pattern.CASE_INSENSITIVE);

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(PATIENCE).build();
  private final WebAddress peer;

  /** Makes one for a peer. */
  public WebClient(WebAddress peer) {
    this.peer = peer;
  }

  /** A request below the path of DICOMweb, to be completed. */
  HttpRequest.Builder dicomWeb(String path) {
    return at(peer.dicomWeb() + path);
  }

  /** A request at the root, to be completed. */
  HttpRequest.Builder at(String path) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://" + DicomAddress.HOST + ":" + peer.port() + path))
            .timeout(PATIENCE);
    peer.authorization().ifPresent(value -> request.header("Authorization", value));
    return request;
  }

  /**
   * Sends it and counts what comes: the parts of multipart, the objects of a JSON array, else one.
   *
   * @throws WrongAnswerException when the response is not 200, or 204 with nothing in it
   */
  Tally count(HttpRequest.Builder request) throws IOException {
    HttpResponse<Tally> response = send(request.build(), WebClient::counted);
    return switch (response.statusCode()) {
      case 200 -> response.body();
      case 204 -> Tally.NONE;
      default -> throw wrong(response);
    };
  }

  /**
   * Sends it and answers the body.
   *
   * @throws WrongAnswerException when the response is not 200
   */
  byte[] bytes(HttpRequest.Builder request) throws IOException {
    HttpResponse<byte[]> response = send(request.build(), BodyHandlers.ofByteArray());
    if (response.statusCode() == 204) {
      return new byte[0];
    }
    if (response.statusCode() != 200) {
      throw wrong(response);
    }
    return response.body();
  }

  private <T> HttpResponse<T> send(HttpRequest request, BodyHandler<T> handler) throws IOException {
    try {
      return http.send(request, handler);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  private static WrongAnswerException wrong(HttpResponse<?> response) {
    return new WrongAnswerException(
        response.request().method()
            + " "
            + response.request().uri().getPath()
            + " answered "
            + response.statusCode());
  }

  private static CountedBody counted(ResponseInfo response) {
    String type = response.headers().firstValue("Content-Type").orElse("");
    Matcher boundary = BOUNDARY.matcher(type);
    if (type.startsWith("multipart/") && boundary.find()) {
      return new CountedBody(new MultipartParts(boundary.group(1)));
    }
    return new CountedBody(type.contains("json") ? new JsonObjects() : new PlainBody());
  }
}
