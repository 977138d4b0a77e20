package org.lucina.web.dicomweb.retrieve;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import org.lucina.archive.access.Requestor;
import org.lucina.archive.index.ArchiveIndex;
import org.lucina.archive.index.InstanceRecord;
import org.lucina.archive.retrieve.ObjectReader;
import org.lucina.web.access.Roles;
import org.lucina.web.dicomweb.Call;
import org.lucina.web.dicomweb.InstancePath;

/** Retrieves frames of an instance (WADO-RS, PS3.18 10.4.1.1.6), compressed as they are stored. */
@Path("/")
@Dependent
@RolesAllowed({Roles.ADMIN, Roles.READER, Roles.DEIDENTIFIED})
public class FramesResource {
  @Inject private ArchiveIndex index;
  @Inject private ObjectReader reader;
  @Inject private FrameResponse responses;

  @GET
  @Path("studies/{study}/series/{series}/instances/{instance}/frames/{frames}")
  public Response frames(@BeanParam Call call, @PathParam("frames") FrameList frames)
      throws IOException {
    InstancePath path = call.path();
    Requestor requestor = call.requestor();
    InstanceRecord object =
        Survey.of(index, path, requestor.deidentifiedOnly(), any -> true).first();
    return responses.of(call, path, object, frames.within(reader.frames(object)), requestor);
  }
}
