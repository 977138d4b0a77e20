package org.lucina.spi.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.function.Function;

/**
 * A server of HTTP for tests that gives the answers that it was told, one after another, then 500
 * or what it always answers, and keeps the requests.
 */
public final class ScriptedServer implements AutoCloseable {

  /**
   * What was asked.
   *
   * @param line method and path with query
   * @param headers by names in lower case
   * @param body its bytes as characters of ISO 8859-1
   */
  public record Request(String line, Map<String, String> headers, String body) {
    /** The first field of a name, in any case. */
    public String header(String name) {
      return headers.get(name.toLowerCase(Locale.ROOT));
    }
  }

  private record Answer(int status, byte[] body, Optional<String> header) {}

  private final HttpServer server;
  private final Queue<Answer> answers = new ArrayDeque<>();
  private Function<Request, Answer> always =
      request -> new Answer(500, new byte[0], Optional.empty());
  private final List<Request> requests = Collections.synchronizedList(new ArrayList<>());

  /** Listens on a free port of the loopback interface. */
  public ScriptedServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::handle);
    server.start();
  }

  /** Where it is. */
  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** Gives this answer next. */
  public ScriptedServer answers(int status, String body) {
    return answers(status, body.getBytes(StandardCharsets.UTF_8), Optional.empty());
  }

  /** The same with bytes, and a header field {@code Name: value}. */
  public ScriptedServer answers(int status, byte[] body, Optional<String> header) {
    answers.add(new Answer(status, body, header));
    return this;
  }

  /** Answers all else with a text that is made of what was asked. */
  public ScriptedServer always(Function<Request, String> text) {
    always =
        request ->
            new Answer(200, text.apply(request).getBytes(StandardCharsets.UTF_8), Optional.empty());
    return this;
  }

  /** What was asked so far. */
  public List<Request> requests() {
    return List.copyOf(requests);
  }

  /** Methods and paths of what was asked. */
  public List<String> lines() {
    return requests().stream().map(Request::line).toList();
  }

  private void handle(HttpExchange exchange) throws IOException {
    Map<String, String> headers = new HashMap<>();
    exchange
        .getRequestHeaders()
        .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.get(0)));
    Request request =
        new Request(
            exchange.getRequestMethod() + " " + exchange.getRequestURI(),
            headers,
            new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.ISO_8859_1));
    requests.add(request);
    Answer answer = Optional.ofNullable(answers.poll()).orElseGet(() -> always.apply(request));
    answer
        .header()
        .ifPresent(
            header -> {
              String[] parts = header.split(": ", 2);
              exchange.getResponseHeaders().add(parts[0], parts[1]);
            });
    exchange.sendResponseHeaders(
        answer.status(), answer.body().length == 0 ? -1 : answer.body().length);
    exchange.getResponseBody().write(answer.body());
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
