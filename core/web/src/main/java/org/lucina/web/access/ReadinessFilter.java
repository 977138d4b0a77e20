package org.lucina.web.access;

import jakarta.inject.Inject;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import org.lucina.archive.lifecycle.ArchiveState;
import org.lucina.web.problem.Fault;
import org.lucina.web.problem.Problem;

/** Answers 503 to every request, capabilities aside, while the archive is not ready. */
@Provider
public class ReadinessFilter implements ContainerRequestFilter {
  @Inject private ArchiveState state;

  @Override
  public void filter(ContainerRequestContext request) {
    if (!request.getMethod().equals(HttpMethod.OPTIONS) && !state.isReady()) {
      request.abortWith(
          Problem.of(Fault.NOT_READY, "Its storage or index is not available yet.").toResponse());
    }
  }
}
