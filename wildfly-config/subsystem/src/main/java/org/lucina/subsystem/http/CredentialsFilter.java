package org.lucina.subsystem.http;

import io.undertow.server.HandlerWrapper;
import io.undertow.server.HttpHandler;
import io.undertow.util.HeaderValues;
import io.undertow.util.Headers;
import java.util.regex.Pattern;

/**
 * Takes credentials of HTTP Basic that are no Base64 (RFC 7617, section 2) for none.
 *
 * <p>Elytron's mechanism fails on them with an exception, which the server would answer by status
 * 500 and log at length. Now it sees credentials that are of no scheme, and asks for better ones.
 */
public final class CredentialsFilter implements HandlerWrapper {
  private static final Pattern BASIC = Pattern.compile("(?is)basic .*");

  /** Groups of four characters, the last of them padded: so strict is Elytron. */
  private static final Pattern WELL_FORMED =
      Pattern.compile("(?i)basic (?:[a-z0-9+/]{4})*+(?:[a-z0-9+/]{2}==|[a-z0-9+/]{3}=)?+");

  private static final String MALFORMED = "malformed";

  @Override
  public HttpHandler wrap(HttpHandler next) {
    return exchange -> {
      HeaderValues credentials = exchange.getRequestHeaders().get(Headers.AUTHORIZATION);
      if (credentials != null && credentials.stream().anyMatch(CredentialsFilter::isMalformed)) {
        exchange.getRequestHeaders().put(Headers.AUTHORIZATION, MALFORMED);
      }
      next.handleRequest(exchange);
    };
  }

  private static boolean isMalformed(String credentials) {
    return BASIC.matcher(credentials).matches() && !WELL_FORMED.matcher(credentials).matches();
  }
}
