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

  private final HttpClient client;
  private final Ports ports;
  private final String user;

  /** Requests by {@code admin} to the server that runs for these tests. */
  Http() {
    this(Ports.ofServer());
  }

  /** Requests by {@code admin} to another server. */
  Http(Ports ports) {
    this(
        HttpClient.newBuilder().connectTimeout(PATIENCE).build(),
        ports,
        "admin:" + System.getenv("LUCINA_ADMIN_PASSWORD"));
  }

  private Http(HttpClient client, Ports ports, String user) {
    this.client = client;
    this.ports = ports;
    this.user = user;
  }

  /** The same by another user, over the same connections. */
  Http as(String name, String password) {
    return new Http(client, ports, name + ":" + password);
  }

  /** A GET by the user. */
  HttpResponse<String> get(String path, String accept) throws IOException, InterruptedException {
    return send(withUser(to(ports.http(), path)).header("Accept", accept));
  }

  /** A GET by the user of something that is not text. */
  HttpResponse<byte[]> getBytes(String path, String accept)
      throws IOException, InterruptedException {
    HttpRequest request = withUser(path).header("Accept", accept).build();
    return client.send(request, HttpResponse.BodyHandlers.ofByteArray());
  }

  /** A GET without a user. */
  HttpResponse<String> getAsNobody(String path) throws IOException, InterruptedException {
    return send(to(ports.http(), path));
  }

  /** A request to the archive without a user, to be completed. */
  HttpRequest.Builder withoutUser(String path) {
    return to(ports.http(), path);
  }

  /** A GET of the management interface without a user. */
  HttpResponse<String> getManagement(String path) throws IOException, InterruptedException {
    return send(to(ports.management(), path));
  }

  /** A GET of the management interface by the user. */
  HttpResponse<String> getManagementWithUser(String path) throws IOException, InterruptedException {
    return send(withUser(to(ports.management(), path)));
  }

  /** A management operation in JSON by the user. */
  HttpResponse<String> postManagement(String operation) throws IOException, InterruptedException {
    return send(
        withUser(to(ports.management(), "/management"))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(operation)));
  }

  HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  /** Sends what is answered by something that is not text. */
  HttpResponse<byte[]> sendForBytes(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
  }

  /** A request to the archive by the user, to be completed. */
  HttpRequest.Builder withUser(String path) {
    return withUser(to(ports.http(), path));
  }

  private static HttpRequest.Builder to(int port, String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).timeout(PATIENCE);
  }

  private HttpRequest.Builder withUser(HttpRequest.Builder request) {
    byte[] bytes = user.getBytes(StandardCharsets.UTF_8);
    return request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(bytes));
  }
}
