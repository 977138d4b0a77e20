package org.lucina.web.anonymize;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import org.lucina.archive.access.AuditTrail;
import org.lucina.archive.access.Requestor;
import org.lucina.archive.anonymize.DryRun;
import org.lucina.archive.endpoint.ArchiveEndpoint;
import org.lucina.spi.anonymize.Anonymizer;
import org.lucina.spi.dixel.Reference;
import org.lucina.spi.endpoint.Endpoint;
import org.lucina.spi.endpoint.EndpointException;
import org.lucina.spi.server.LucinaServer;
import org.lucina.web.access.Requestors;
import org.lucina.web.access.Roles;
import org.lucina.web.dicomweb.retrieve.GuardedOutput;
import org.lucina.web.http.JsonBody;
import org.lucina.web.problem.Fault;
import org.lucina.web.problem.ProblemException;

/** Anonymizers, asked over HTTP: {@code /lucina/anonymizers/NAME}. */
@Path("anonymizers/{name}")
@Dependent
@Produces(MediaType.APPLICATION_JSON)
public class AnonymizersResource {
  private static final int SHOWN = 20;
  private static final int MOST_SHOWN = 1_000;

  @Inject private LucinaServer server;
  @Inject private ArchiveEndpoint archive;
  @Inject private InArchive inArchive;
  @Inject private AuditTrail audit;
  @Context private HttpServletRequest request;
  @Context private UriInfo uri;

  @PathParam("name")
  private String name;

  /**
   * What would be changed in a study, before and after; nothing is stored. Readers see what is in
   * the archive, and no other endpoint.
   */
  @POST
  @Path("dry-run")
  @RolesAllowed({Roles.ADMIN, Roles.READER})
  public Response dryRun(InputStream body) throws IOException {
    Asked asked =
        new Asked(JsonBody.read(request.getContentType(), body))
            .only("studyInstanceUID", "source", "limit");
    String study = asked.study();
    Optional<String> other = asked.text("source");
    if (other.isPresent() && !request.isUserInRole(Roles.ADMIN)) {
      throw new ProblemException(
          Fault.FORBIDDEN, "Studies of other endpoints are shown to administrators.");
    }
    Endpoint source = other.map(this::endpoint).orElse(archive);
    DryRun run = new DryRun(source, anonymizer(), asked.number("limit", SHOWN, MOST_SHOWN));
    check(source, study);
    Requestor requestor = requestor();
    GuardedOutput shown =
        new GuardedOutput(
            "dry run of anonymizer " + name,
            out -> show(run, study, out),
            done ->
                audit.record(
                    AuditTrail.Event.RETRIEVE,
                    requestor,
                    List.of(study),
                    List.of(),
                    done,
                    "dry run of anonymizer " + name));
    return Response.ok(shown).header(HttpHeaders.CACHE_CONTROL, "no-store").build();
  }

  /** Tells at once that the archive lacks the study, when the status can still say so. */
  private void check(Endpoint source, String study) {
    try {
      if (source == archive && !archive.exists(Reference.study(study))) {
        throw new ProblemException(Fault.NOT_FOUND, "There is no such study.");
      }
    } catch (EndpointException e) {
      throw EndpointFaults.of(e);
    }
  }

  private void show(DryRun run, String study, OutputStream out) throws IOException {
    try {
      PreviewWriter writer = new PreviewWriter(out, name, study);
      writer.finish(run.show(study, writer::write));
    } catch (EndpointException e) {
      throw EndpointFaults.of(e);
    }
  }

  /** Has studies of the archive made anew, beside the originals; by a job if they are large. */
  @POST
  @Path("anonymize")
  @RolesAllowed({Roles.ADMIN, Roles.WRITER})
  public Response anonymize(InputStream body) throws IOException {
    Asked asked =
        new Asked(JsonBody.read(request.getContentType(), body))
            .only("studyInstanceUIDs", "asynchronous");
    List<String> studies = asked.studies(InArchive.MOST_STUDIES);
    Anonymizer anonymizer = anonymizer();
    if (asked.flag("asynchronous") || inArchive.areLarge(studies)) {
      JsonObject job = inArchive.start(name, studies, requestor());
      return Response.accepted(job.toString())
          .location(uri.getBaseUriBuilder().path("jobs").path(job.getString("id")).build())
          .build();
    }
    JsonObject done = inArchive.anonymize(name, anonymizer, studies, requestor());
    return Response.ok(done.toString()).header(HttpHeaders.CACHE_CONTROL, "no-store").build();
  }

  private Anonymizer anonymizer() {
    return server
        .anonymizer(name)
        .orElseThrow(
            () -> new ProblemException(Fault.NOT_FOUND, "There is no such anonymizer that runs."));
  }

  private Endpoint endpoint(String source) {
    return server
        .endpoint(source)
        .orElseThrow(
            () -> new ProblemException(Fault.NOT_FOUND, "There is no such endpoint that runs."));
  }

  private Requestor requestor() {
    return Requestors.of(request, Requestor.Protocol.REST);
  }
}
