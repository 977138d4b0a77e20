package org.lucina.web.dicomweb.retrieve;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.lucina.archive.access.Requestor;
import org.lucina.archive.index.ArchiveIndex;
import org.lucina.archive.index.InstanceRecord;
import org.lucina.spi.http.MultipartWriter;
import org.lucina.web.access.Roles;
import org.lucina.web.dicomweb.Call;
import org.lucina.web.dicomweb.DataSetForm;
import org.lucina.web.dicomweb.InstancePath;
import org.lucina.web.dicomweb.ServiceUri;

/**
 * Retrieves metadata of a study, series or instance (WADO-RS, PS3.18 10.4.1.1.2), from the headers
 * in the index: no object is opened.
 */
@Path("/")
@Dependent
@RolesAllowed({Roles.ADMIN, Roles.READER, Roles.DEIDENTIFIED})
public class MetadataResource {
  @Inject private ArchiveIndex index;
  @Inject private RetrievalAudit audit;

  @GET
  @Path("studies/{study}/metadata")
  public Response study(@BeanParam Call call, @Context Request request) {
    return metadata(call, request);
  }

  @GET
  @Path("studies/{study}/series/{series}/metadata")
  public Response series(@BeanParam Call call, @Context Request request) {
    return metadata(call, request);
  }

  @GET
  @Path("studies/{study}/series/{series}/instances/{instance}/metadata")
  public Response instance(@BeanParam Call call, @Context Request request) {
    return metadata(call, request);
  }

  private Response metadata(Call call, Request request) {
    InstancePath path = call.path();
    DataSetForm form = DataSetForm.choose(call.accept());
    Requestor requestor = call.requestor();
    Survey survey = Survey.of(index, path, requestor.deidentifiedOnly(), object -> true);
    // weak, since the same metadata may go out compressed
    EntityTag tag = new EntityTag(survey.digest() + "-" + form.ordinal(), true);
    CacheControl revalidate = new CacheControl();
    revalidate.setPrivate(true);
    revalidate.setNoCache(true);
    Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
    if (unchanged != null) {
      audit.recorder(path, requestor, "WADO-RS metadata, unchanged").accept(true);
      return unchanged.tag(tag).cacheControl(revalidate).build();
    }
    String boundary = MultipartWriter.newBoundary();
    ServiceUri service = call.service();
    GuardedOutput body =
        new GuardedOutput(
            call.describe(),
            out -> {
              try (HeaderWriter writer = HeaderWriter.of(form, out, boundary)) {
                index.headers(
                    path.scope(),
                    requestor.deidentifiedOnly(),
                    (object, header) -> write(writer, object, header, service));
                writer.finish();
              }
            },
            audit.recorder(path, requestor, "WADO-RS metadata"));
    return Response.ok(body)
        .header(HttpHeaders.CONTENT_TYPE, form.contentType(boundary))
        .tag(tag)
        .cacheControl(revalidate)
        .build();
  }

  private static boolean write(
      HeaderWriter writer, InstanceRecord object, byte[] header, ServiceUri service) {
    try {
      writer.write(header, service.instance(object));
      return true;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
