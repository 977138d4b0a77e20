package org.lucina.web.dicomweb.retrieve;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.lucina.web.access.Roles;
import org.lucina.web.problem.Fault;
import org.lucina.web.problem.Problem;

/** Says that rendered resources and thumbnails (PS3.18 10.4.1.1.3, 10.4.1.1.4) are not there. */
@Path("/")
@RolesAllowed({Roles.ADMIN, Roles.READER, Roles.DEIDENTIFIED})
public class RenderedResource {

  @GET
  @Path("studies/{resource:.+}/{kind:rendered|thumbnail}")
  public Response rendered() {
    return Problem.of(Fault.NOT_IMPLEMENTED, "This server does not render images.").toResponse();
  }
}
