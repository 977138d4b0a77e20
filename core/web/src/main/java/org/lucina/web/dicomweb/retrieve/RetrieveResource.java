package org.lucina.web.dicomweb.retrieve;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import org.lucina.archive.access.Requestor;
import org.lucina.archive.index.ArchiveIndex;
import org.lucina.archive.index.InstanceRecord;
import org.lucina.archive.retrieve.ObjectReader;
import org.lucina.spi.http.MultipartWriter;
import org.lucina.web.access.Roles;
import org.lucina.web.dicomweb.Call;
import org.lucina.web.dicomweb.InstancePath;
import org.lucina.web.http.Accept;

/** Retrieves whole objects of a study, series or instance (WADO-RS, PS3.18 10.4.1.1.1). */
@Path("/")
@Dependent
@RolesAllowed({Roles.ADMIN, Roles.READER, Roles.DEIDENTIFIED})
public class RetrieveResource {
  @Inject private ArchiveIndex index;
  @Inject private ObjectReader reader;
  @Inject private RetrievalAudit audit;

  @GET
  @Path("studies/{study}")
  public Response study(@BeanParam Call call) {
    return retrieve(call);
  }

  @GET
  @Path("studies/{study}/series/{series}")
  public Response series(@BeanParam Call call) {
    return retrieve(call);
  }

  @GET
  @Path("studies/{study}/series/{series}/instances/{instance}")
  public Response instance(@BeanParam Call call) {
    return retrieve(call);
  }

  private Response retrieve(Call call) {
    InstancePath path = call.path();
    Accept accept = call.accept();
    ObjectForm form = ObjectForm.choose(accept, path.instance().isPresent());
    Requestor requestor = call.requestor();
    ObjectParts parts = new ObjectParts(form, reader, call.service());
    Survey survey = Survey.of(index, path, requestor.deidentifiedOnly(), parts::count);
    if (survey.fitting() == 0) {
      throw accept.refusal("transfer-syntax=" + survey.first().transferSyntax());
    }
    return form.multipart()
        ? parts(call, path, parts, survey, requestor)
        : alone(call, path, form, survey.first(), requestor);
  }

  private Response alone(
      Call call, InstancePath path, ObjectForm form, InstanceRecord object, Requestor requestor) {
    String syntax = form.syntaxOf(object, reader).orElseThrow();
    Response.ResponseBuilder response =
        Response.ok(
                new GuardedOutput(
                    call.describe(),
                    out -> reader.writeFile(object, syntax, out),
                    audit.recorder(path, requestor, "WADO-RS objects")))
            .header(HttpHeaders.CONTENT_TYPE, ObjectForm.contentType(syntax));
    if (syntax.equals(object.transferSyntax())) {
      response.header(HttpHeaders.CONTENT_LENGTH, object.length());
    }
    return response.build();
  }

  private Response parts(
      Call call, InstancePath path, ObjectParts parts, Survey survey, Requestor requestor) {
    String boundary = MultipartWriter.newBoundary();
    GuardedOutput body =
        new GuardedOutput(
            call.describe(),
            out -> {
              MultipartWriter writer = new MultipartWriter(out, boundary);
              index.instances(
                  path.scope(),
                  requestor.deidentifiedOnly(),
                  object -> parts.write(object, writer));
              writer.finish();
            },
            audit.recorder(path, requestor, "WADO-RS objects"));
    Response.ResponseBuilder response =
        Response.status(survey.partial() ? Status.PARTIAL_CONTENT : Status.OK)
            .entity(body)
            .header(
                HttpHeaders.CONTENT_TYPE,
                MultipartWriter.contentType(ObjectForm.partType(), boundary));
    parts.length(boundary).ifPresent(length -> response.header(HttpHeaders.CONTENT_LENGTH, length));
    return response.build();
  }
}
