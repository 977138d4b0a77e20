package org.lucina.web.problem;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import org.lucina.archive.store.StoreException;
import org.lucina.spi.http.MalformedMultipartException;
import org.lucina.spi.query.QueryException;
import org.lucina.web.log.WebLog;

/** The one place where what is thrown becomes a problem document; no stack trace goes out. */
@Provider
public class ProblemMapper implements ExceptionMapper<Throwable> {
  @Context private Request request;
  @Context private UriInfo uri;

  @Override
  public Response toResponse(Throwable thrown) {
    // what a path parameter refuses comes wrapped
    if (thrown.getCause() instanceof ProblemException problem) {
      return toResponse(problem);
    }
    if (thrown instanceof ProblemException problem) {
      return Problem.of(problem.fault(), problem.getMessage()).toResponse();
    }
    if (thrown instanceof WebApplicationException refused) {
      return ofContainer(refused);
    }
    if (thrown instanceof MalformedMultipartException malformed) {
      return Problem.of(Fault.BAD_MULTIPART, malformed.getMessage()).toResponse();
    }
    if (thrown instanceof QueryException query) {
      String tag = String.format("(%04X,%04X)", query.tag() >>> 16, query.tag() & 0xFFFF);
      return Problem.of(Fault.BAD_PARAMETER, tag + ": " + query.getMessage()).toResponse();
    }
    if (thrown instanceof StoreException store) {
      int status = store.reason().httpStatus();
      return new Problem(Fault.ofStatus(status), status, store.getMessage()).toResponse();
    }
    WebLog.LOG.requestFailed(request.getMethod(), uri.getPath(), thrown);
    return Problem.of(Fault.INTERNAL, "The server log tells more.").toResponse();
  }

  private static Response ofContainer(WebApplicationException refused) {
    Response original = refused.getResponse();
    int status = original.getStatus();
    if (Response.Status.Family.familyOf(status) == Response.Status.Family.REDIRECTION) {
      return original;
    }
    String detail = String.valueOf(refused.getMessage()).replaceFirst("^RESTEASY\\d+: ", "");
    Response problem = new Problem(Fault.ofStatus(status), status, detail).toResponse();
    Object allow = original.getHeaders().getFirst(HttpHeaders.ALLOW);
    return allow == null
        ? problem
        : Response.fromResponse(problem).header(HttpHeaders.ALLOW, allow).build();
  }
}
