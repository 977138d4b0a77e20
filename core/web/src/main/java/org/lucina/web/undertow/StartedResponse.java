package org.lucina.web.undertow;

import io.undertow.server.HttpServerExchange;
import io.undertow.servlet.handlers.ServletRequestContext;
import io.undertow.util.Methods;
import java.io.IOException;
import org.lucina.web.log.WebLog;

/** Breaks off a response that has begun, which the servlet API has no way to do. */
public final class StartedResponse {

  private StartedResponse() {}

  /** Whether the request that this thread serves gets header fields only (HEAD). */
  public static boolean isBodyless() {
    ServletRequestContext current = ServletRequestContext.current();
    return current != null && current.getExchange().getRequestMethod().equals(Methods.HEAD);
  }

  /**
   * Closes the connection of the request that this thread serves, when its response has begun.
   *
   * @return whether it had begun
   */
  public static boolean breakOff() {
    ServletRequestContext current = ServletRequestContext.current();
    if (current == null || !current.getExchange().isResponseStarted()) {
      return false;
    }
    HttpServerExchange exchange = current.getExchange();
    exchange.setPersistent(false);
    try {
      exchange.getConnection().close();
    } catch (IOException e) {
      WebLog.LOG.debugf(e, "connection was closed already");
    }
    return true;
  }
}
