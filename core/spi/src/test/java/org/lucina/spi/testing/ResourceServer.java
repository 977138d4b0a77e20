package org.lucina.spi.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A server of HTTP for tests that answers each request by its line, method and path with query,
 * what it was told: one answer after another, the last again and again. It keeps the requests.
 */
public final class ResourceServer implements AutoCloseable {
  /** What was asked; names of header fields begin with a capital. */
  public record Request(String line, Map<String, String> headers, String body) {}

  /** An answer. */
  private record Answer(int status, String body) {}

  private final HttpServer server;
  private final List<Request> requests = new ArrayList<>();
  private final Map<String, Deque<Answer>> answers = new HashMap<>();

  /** Listens on a free port of the loopback interface. */
  public ResourceServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::handle);
    server.start();
  }

  /** The next answer to a request, whose line is method and path with query. */
  public ResourceServer answering(String line, int status, String body) {
    answers.computeIfAbsent(line, unknown -> new ArrayDeque<>()).add(new Answer(status, body));
    return this;
  }

  /** Where it is. */
  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** What was asked so far. */
  public List<Request> requests() {
    return requests;
  }

  /** The lines of what was asked so far. */
  public List<String> lines() {
    return requests.stream().map(Request::line).toList();
  }

  private void handle(HttpExchange exchange) throws IOException {
    String line = exchange.getRequestMethod() + " " + exchange.getRequestURI();
    Map<String, String> headers = new HashMap<>();
    exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.get(0)));
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    Answer answer;
    synchronized (this) {
      requests.add(new Request(line, headers, body));
      Deque<Answer> left = answers.getOrDefault(line, new ArrayDeque<>());
      answer = left.isEmpty() ? new Answer(404, "no answer to " + line) : left.peek();
      if (left.size() > 1) {
        left.remove();
      }
    }
    byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
