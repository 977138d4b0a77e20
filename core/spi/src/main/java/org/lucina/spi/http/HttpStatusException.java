package org.lucina.spi.http;

import org.lucina.spi.endpoint.EndpointException;

/** The other side answered with a status that is no success. */
public final class HttpStatusException extends EndpointException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final String body;

  HttpStatusException(int status, String message, String body) {
    super(reason(status), message);
    this.status = status;
    this.body = body;
  }

  private static Reason reason(int status) {
    return switch (status) {
      case 404, 410 -> Reason.NOT_FOUND;
      case 405, 501 -> Reason.UNSUPPORTED;
      case 408, 425, 429, 502, 503, 504 -> Reason.UNAVAILABLE;
      default -> status < 500 ? Reason.REFUSED : Reason.FAILED;
    };
  }

  /** Status code (RFC 9110 15). */
  public int status() {
    return status;
  }

  /** The beginning of what came with it, not for messages: it may hold a patient's values. */
  public String body() {
    return body;
  }
}
