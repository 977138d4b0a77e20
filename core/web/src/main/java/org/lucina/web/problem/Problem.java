package org.lucina.web.problem;

import jakarta.json.Json;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/**
 * A problem document (RFC 9457) with the stable code of its fault.
 *
 * @param fault what is wrong
 * @param status the HTTP status, the fault's own unless the container chose a finer one
 * @param detail this occurrence, without patient data; may be empty
 */
public record Problem(Fault fault, int status, String detail) {
  /** Media type of the document. */
  public static final String MEDIA_TYPE = "application/problem+json";

  /** A problem with the fault's own status. */
  public static Problem of(Fault fault, String detail) {
    return new Problem(fault, fault.status(), detail);
  }

  /** The document. */
  public String toJson() {
    return Json.createObjectBuilder()
        .add("type", "about:blank")
        .add("title", fault.title())
        .add("status", status)
        .add("code", fault.code())
        .add("detail", detail)
        .build()
        .toString();
  }

  /** The response that carries it; 503 says when to come again. */
  public Response toResponse() {
    Response.ResponseBuilder response =
        Response.status(status)
            .header(HttpHeaders.CONTENT_TYPE, MEDIA_TYPE)
            .header(HttpHeaders.CACHE_CONTROL, "no-store")
            .entity(toJson());
    if (status == Response.Status.SERVICE_UNAVAILABLE.getStatusCode()) {
      response.header(HttpHeaders.RETRY_AFTER, "5");
    }
    return response.build();
  }
}
