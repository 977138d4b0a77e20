package org.lucina.web.undertow;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.StatusCodes;
import jakarta.servlet.ServletContext;
import java.util.List;
import java.util.Optional;
import org.lucina.archive.access.AuditTrail;
import org.lucina.archive.access.Requestor;

/** Records logins that fail in the audit trail. */
final class LoginAuditHandler implements HttpHandler {
  private final HttpHandler next;
  private final ServletContext context;

  LoginAuditHandler(HttpHandler next, ServletContext context) {
    this.next = next;
    this.context = context;
  }

  @Override
  public void handleRequest(HttpServerExchange exchange) throws Exception {
    String credentials = exchange.getRequestHeaders().getFirst(Headers.AUTHORIZATION);
    if (credentials != null) {
      exchange.addExchangeCompleteListener(
          (done, following) -> {
            try {
              if (done.getStatusCode() == StatusCodes.UNAUTHORIZED) {
                record(done, credentials);
              }
            } finally {
              following.proceed();
            }
          });
    }
    next.handleRequest(exchange);
  }

  private void record(HttpServerExchange exchange, String credentials) {
    if (context.getAttribute(AuditExposure.ATTRIBUTE) instanceof AuditTrail audit) {
      Requestor requestor =
          new Requestor(
              BasicUser.of(credentials),
              Requestor.Protocol.DICOMWEB,
              exchange.getSourceAddress().getAddress().getHostAddress(),
              Optional.empty(),
              false);
      audit.record(
          AuditTrail.Event.LOGIN_FAILURE,
          requestor,
          List.of(),
          List.of(),
          false,
          "HTTP " + exchange.getRequestMethod());
    }
  }
}
