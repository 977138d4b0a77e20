package org.lucina.endpoint.dicomweb;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpContext;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.lucina.dicom.testing.SyntheticObject;
import org.lucina.dicom.testing.SyntheticObjects;
import org.lucina.spi.endpoint.Endpoint;

/** A service that answers as a test says, and what it was asked. */
abstract class ServiceFixture {
  final SyntheticObjects objects = new SyntheticObjects(9);
  final SyntheticObject first = objects.small(1, 1, 1, 1);
  final SyntheticObject second = objects.small(1, 1, 1, 2);
  final List<String> requests = Collections.synchronizedList(new ArrayList<>());
  final List<Headers> headers = Collections.synchronizedList(new ArrayList<>());
  final List<byte[]> bodies = Collections.synchronizedList(new ArrayList<>());
  private final ExecutorService threads = Executors.newCachedThreadPool();
  HttpServer server;

  interface Answer {
    void to(HttpExchange exchange) throws IOException;
  }

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
    threads.shutdownNow();
  }

  Endpoint endpoint(String... more) throws Exception {
    return Services.endpoint(
        "http://localhost:" + server.getAddress().getPort() + "/dicom-web", more);
  }

  HttpContext answer(Answer answer) {
    return server.createContext(
        "/dicom-web",
        exchange -> {
          requests.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
          headers.add(exchange.getRequestHeaders());
          bodies.add(exchange.getRequestBody().readAllBytes());
          answer.to(exchange);
        });
  }

  static int offset(HttpExchange exchange) {
    String query = exchange.getRequestURI().getQuery();
    int at = query.indexOf("offset=");
    return at < 0 ? 0 : Integer.parseInt(query.substring(at + 7));
  }

  static String studies(String... uids) {
    return Arrays.stream(uids)
        .map(uid -> "{\"0020000D\": {\"vr\": \"UI\", \"Value\": [\"" + uid + "\"]}}")
        .collect(Collectors.joining(",", "[", "]"));
  }

  static void json(HttpExchange exchange, int status, String text) throws IOException {
    byte[] bytes = text.getBytes(UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/dicom+json");
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    if (bytes.length > 0) {
      exchange.getResponseBody().write(bytes);
    }
    exchange.close();
  }
}
