package org.lucina.tests;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;

/** Requests to the server under test, over HTTP Basic or without a user. */
final class Http {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
  private final Ports ports = Ports.ofServer();

  /** A GET by {@code admin}. */
  HttpResponse<String> get(String path, String accept) throws IOException, InterruptedException {
    return send(asAdmin(to(ports.http(), path)).header("Accept", accept));
  }

  /** A GET by {@code admin} of something that is not text. */
  HttpResponse<byte[]> getBytes(String path, String accept)
      throws IOException, InterruptedException {
    HttpRequest request = asAdmin(path).header("Accept", accept).build();
    return client.send(request, HttpResponse.BodyHandlers.ofByteArray());
  }

  /** A GET without a user. */
  HttpResponse<String> getAsNobody(String path) throws IOException, InterruptedException {
    return send(to(ports.http(), path));
  }

  /** A GET of the management interface without a user. */
  HttpResponse<String> getManagement(String path) throws IOException, InterruptedException {
    return send(to(ports.management(), path));
  }

  /** A GET of the management interface by {@code admin}. */
  HttpResponse<String> getManagementAsAdmin(String path) throws IOException, InterruptedException {
    return send(asAdmin(to(ports.management(), path)));
  }

  HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  /** A request to the archive by {@code admin}, to be completed. */
  HttpRequest.Builder asAdmin(String path) {
    return asAdmin(to(ports.http(), path));
  }

  private static HttpRequest.Builder to(int port, String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).timeout(PATIENCE);
  }

  private static HttpRequest.Builder asAdmin(HttpRequest.Builder request) {
    String user = "admin:" + System.getenv("LUCINA_ADMIN_PASSWORD");
    byte[] bytes = user.getBytes(StandardCharsets.UTF_8);
    return request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(bytes));
  }
}
