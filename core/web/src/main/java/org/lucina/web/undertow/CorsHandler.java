package org.lucina.web.undertow;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderMap;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import io.undertow.util.Methods;
import io.undertow.util.StatusCodes;
import java.util.Optional;
import java.util.function.Supplier;

/** Answers preflight requests of allowed origins, and lets their pages read the answers. */
final class CorsHandler implements HttpHandler {
  private static final HttpString ALLOW_ORIGIN = new HttpString("Access-Control-Allow-Origin");
  private static final HttpString ALLOW_CREDENTIALS =
      new HttpString("Access-Control-Allow-Credentials");
  private static final HttpString ALLOW_METHODS = new HttpString("Access-Control-Allow-Methods");
  private static final HttpString ALLOW_HEADERS = new HttpString("Access-Control-Allow-Headers");
  private static final HttpString EXPOSE_HEADERS = new HttpString("Access-Control-Expose-Headers");
  private static final HttpString MAX_AGE = new HttpString("Access-Control-Max-Age");
  private static final HttpString REQUEST_METHOD = new HttpString("Access-Control-Request-Method");

  private final HttpHandler next;
  private final Supplier<CorsPolicy> policy;

  CorsHandler(HttpHandler next, Supplier<CorsPolicy> policy) {
    this.next = next;
    this.policy = policy;
  }

  @Override
  public void handleRequest(HttpServerExchange exchange) throws Exception {
    String origin = exchange.getRequestHeaders().getFirst(Headers.ORIGIN);
    Optional<String> allowed = origin == null ? Optional.empty() : policy.get().allow(origin);
    if (allowed.isEmpty()) {
      next.handleRequest(exchange);
      return;
    }
    HeaderMap response = exchange.getResponseHeaders();
    response.put(ALLOW_ORIGIN, allowed.get());
    response.add(Headers.VARY, "Origin");
    if (allowed.get().equals(origin)) {
      response.put(ALLOW_CREDENTIALS, "true");
    }
    if (isPreflight(exchange)) {
      response.put(ALLOW_METHODS, "GET, HEAD, POST, DELETE, OPTIONS");
      response.put(ALLOW_HEADERS, "Authorization, Accept, Content-Type, If-None-Match, Range");
      response.put(MAX_AGE, "600");
      exchange.setStatusCode(StatusCodes.NO_CONTENT).endExchange();
      return;
    }
    response.put(EXPOSE_HEADERS, "Warning, ETag, Content-Location, Content-Range, Content-Length");
    next.handleRequest(exchange);
  }

  private static boolean isPreflight(HttpServerExchange exchange) {
    return exchange.getRequestMethod().equals(Methods.OPTIONS)
        && exchange.getRequestHeaders().contains(REQUEST_METHOD);
  }
}
