package org.lucina.web.dicomweb;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.lucina.archive.store.ObjectDeletion;
import org.lucina.web.access.Roles;
import org.lucina.web.problem.Fault;
import org.lucina.web.problem.ProblemException;

/** Deletes studies, series and instances; DICOMweb has no such transaction, many servers have. */
@Path("/")
@Dependent
@RolesAllowed(Roles.ADMIN)
public class DeleteResource {
  @Inject private ObjectDeletion deletion;

  @DELETE
  @Path("studies/{study}")
  public Response study(@BeanParam Call call) {
    return delete(call);
  }

  @DELETE
  @Path("studies/{study}/series/{series}")
  public Response series(@BeanParam Call call) {
    return delete(call);
  }

  @DELETE
  @Path("studies/{study}/series/{series}/instances/{instance}")
  public Response instance(@BeanParam Call call) {
    return delete(call);
  }

  private Response delete(Call call) {
    InstancePath path = call.path();
    if (deletion.delete(path.scope(), call.requestor()) == 0) {
      throw new ProblemException(Fault.NOT_FOUND, "There is no such " + path.describe() + ".");
    }
    return Response.noContent().build();
  }
}
