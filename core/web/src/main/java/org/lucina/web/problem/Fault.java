package org.lucina.web.problem;

import jakarta.ws.rs.core.Response;

/** What can be wrong with a request, each with a stable code and its HTTP status. */
public enum Fault {
  BAD_REQUEST(301, 400, "Malformed request"),
  BAD_UID(302, 400, "Malformed UID"),
  UNKNOWN_PARAMETER(303, 400, "Unknown query parameter"),
  BAD_PARAMETER(304, 400, "Malformed query parameter"),
  BAD_MULTIPART(305, 400, "Malformed multipart body"),
  NOT_FOUND(306, 404, "Not found"),
  NOT_ACCEPTABLE(307, 406, "Not acceptable"),
  UNSUPPORTED_MEDIA_TYPE(308, 415, "Unsupported media type"),
  NOT_IMPLEMENTED(309, 501, "Not implemented"),
  NOT_READY(310, 503, "The archive is not ready"),
  INTERNAL(311, 500, "Internal error"),
  RANGE_NOT_SATISFIABLE(312, 416, "Range not satisfiable"),
  FORBIDDEN(313, 403, "Forbidden"),
  METHOD_NOT_ALLOWED(314, 405, "Method not allowed"),
  UNAUTHORIZED(315, 401, "Authentication needed"),
  CONFLICT(316, 409, "Conflict"),
  TOO_LARGE(317, 413, "Request too large"),
  STORAGE_FULL(318, 507, "Storage full"),
  UNAVAILABLE(319, 503, "Something that is needed is not available");

  private final int number;
  private final int status;
  private final String title;

  Fault(int number, int status, String title) {
    this.number = number;
    this.status = status;
    this.title = title;
  }

  /** Its stable code, such as {@code LUCINA0306}. */
  public String code() {
    return String.format("LUCINA%04d", number);
  }

  /** The HTTP status. */
  public int status() {
    return status;
  }

  /** The same for every occurrence. */
  public String title() {
    return title;
  }

  /** The fault that fits a status best, for what the container itself refuses. */
  public static Fault ofStatus(int status) {
    for (Fault fault : values()) {
      if (fault.status == status) {
        return fault;
      }
    }
    boolean client = Response.Status.Family.familyOf(status) == Response.Status.Family.CLIENT_ERROR;
    return client ? BAD_REQUEST : INTERNAL;
  }
}
