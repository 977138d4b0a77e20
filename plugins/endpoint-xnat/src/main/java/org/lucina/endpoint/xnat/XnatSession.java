package org.lucina.endpoint.xnat;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lucina.spi.endpoint.EndpointException;
import org.lucina.spi.endpoint.EndpointException.Reason;
import org.lucina.spi.http.HttpAnswer;
import org.lucina.spi.http.HttpCall;
import org.lucina.spi.http.HttpPeer;
import org.lucina.spi.http.HttpSettings;
import org.lucina.spi.http.HttpStatusException;

/**
 * A log-in at an XNAT server, made by the first call and again when the server has forgotten it, so
 * that not every call begins a session there.
 */
final class XnatSession implements AutoCloseable {
  private static final String SESSIONS = "/data/JSESSION";
  private static final int UNAUTHORIZED = 401;

  private final HttpSettings settings;
  private final HttpPeer login;
  private Optional<HttpPeer> entered = Optional.empty();

  XnatSession(HttpSettings settings) {
    this.settings = settings;
    this.login = new HttpPeer(settings);
  }

  /** Sends a request; close the answer. */
  HttpAnswer send(HttpCall call) throws EndpointException {
    HttpPeer peer = peer();
    try {
      return peer.send(call);
    } catch (HttpStatusException e) {
      if (e.status() != UNAUTHORIZED) {
        throw e;
      }
      forget(peer);
      return peer().send(call);
    }
  }

  /** Sends a request and reads its short answer. */
  String text(HttpCall call) throws EndpointException {
    try (HttpAnswer answer = send(call)) {
      return answer.text();
    } catch (IOException e) {
      throw fault(call, e);
    }
  }

  /** What befell while an answer was read. */
  EndpointException fault(HttpCall call, IOException e) {
    return login.fault(call, e);
  }

  private synchronized HttpPeer peer() throws EndpointException {
    if (entered.isEmpty()) {
      String id = login.text(HttpCall.post(SESSIONS).asRepeatable()).strip();
      if (!id.matches("[A-Za-z0-9._-]{8,128}")) {
        throw new EndpointException(
            Reason.FAILED, settings.address() + " does not answer to a log-in as XNAT does");
      }
      HttpSettings inside =
          new HttpSettings(
              settings.address(),
              List.of(Map.entry("Cookie", "JSESSIONID=" + id)),
              settings.connectTimeout(),
              settings.readTimeout(),
              settings.tls());
      entered = Optional.of(new HttpPeer(inside));
    }
    return entered.get();
  }

  private synchronized void forget(HttpPeer peer) {
    entered = entered.filter(now -> now != peer);
  }

  /** Logs out; that the server is away then does not matter, as sessions end by themselves. */
  @Override
  public synchronized void close() {
    if (entered.isPresent()) {
      try {
        entered.get().text(HttpCall.delete(SESSIONS));
      } catch (EndpointException e) {
        XnatLogger.LOG.notLoggedOut(settings.address(), e.getMessage());
      }
      entered = Optional.empty();
    }
  }

  @Override
  public String toString() {
    return settings.toString();
  }
}
