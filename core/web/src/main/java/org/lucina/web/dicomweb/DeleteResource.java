package org.lucina.web.dicomweb;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import org.lucina.archive.store.ObjectDeletion;
import org.lucina.web.access.Roles;
import org.lucina.web.dicomweb.retrieve.InstancePath;
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
  public Response study(@BeanParam Call call, @PathParam("study") Uid study) {
    return delete(call, InstancePath.of(study));
  }

  @DELETE
  @Path("studies/{study}/series/{series}")
  public Response series(
      @BeanParam Call call, @PathParam("study") Uid study, @PathParam("series") Uid series) {
    return delete(call, InstancePath.of(study, series));
  }

  @DELETE
  @Path("studies/{study}/series/{series}/instances/{instance}")
  public Response instance(
      @BeanParam Call call,
      @PathParam("study") Uid study,
      @PathParam("series") Uid series,
      @PathParam("instance") Uid instance) {
    return delete(call, InstancePath.of(study, series, instance));
  }

  private Response delete(Call call, InstancePath path) {
    if (deletion.delete(path.scope(), call.requestor()) == 0) {
      throw new ProblemException(Fault.NOT_FOUND, "There is no such " + path.describe() + ".");
    }
    return Response.noContent().build();
  }
}
