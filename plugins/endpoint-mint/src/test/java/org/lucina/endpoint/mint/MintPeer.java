package org.lucina.endpoint.mint;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/**
 * A server that gives the answers that it was told, one after another, or the same again and again,
 * and keeps the requests.
 */
final class MintPeer implements AutoCloseable {
  /** What was asked, without the method, which is GET. */
  final List<String> asked = new CopyOnWriteArrayList<>();

  /** The Authorization fields that came. */
  final List<Optional<String>> authorizations = new CopyOnWriteArrayList<>();

  private record Answer(int status, String type, byte[] body) {}

  private final HttpServer server;
  private final Queue<Answer> answers = new ArrayDeque<>();
  private Function<String, String> always = asked -> "";

  MintPeer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::handle);
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  MintPeer answers(String xml) {
    return answers(200, "text/xml", xml.getBytes(StandardCharsets.UTF_8));
  }

  MintPeer answers(int status, String type, byte[] body) {
    answers.add(new Answer(status, type, body));
    return this;
  }

  /** Answers all else with the XML that a function makes of what was asked. */
  MintPeer always(Function<String, String> xml) {
    always = xml;
    return this;
  }

  private void handle(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().toString();
    asked.add(path);
    authorizations.add(Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization")));
    Answer answer = answers.poll();
    if (answer == null) {
      byte[] xml = always.apply(path).getBytes(StandardCharsets.UTF_8);
      answer = new Answer(xml.length == 0 ? 500 : 200, "text/xml", xml);
    }
    exchange.getResponseHeaders().add("Content-Type", answer.type());
    exchange.sendResponseHeaders(answer.status(), answer.body().length == 0 ? -1 : 0);
    try (exchange) {
      exchange.getResponseBody().write(answer.body());
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
