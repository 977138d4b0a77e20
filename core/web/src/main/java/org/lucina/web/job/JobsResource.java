package org.lucina.web.job;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.List;
import org.lucina.archive.access.AuditTrail;
import org.lucina.archive.access.Requestor;
import org.lucina.archive.job.Jobs;
import org.lucina.web.access.Requestors;
import org.lucina.web.access.Roles;
import org.lucina.web.http.JsonBody;
import org.lucina.web.problem.Fault;
import org.lucina.web.problem.ProblemException;

/** Jobs: {@code /lucina/jobs}. */
@Path("jobs")
@Dependent
@RolesAllowed({Roles.ADMIN, Roles.WRITER})
@Produces(MediaType.APPLICATION_JSON)
public class JobsResource {
  @Inject private Jobs jobs;
  @Inject private AuditTrail audit;
  @Context private HttpServletRequest request;
  @Context private UriInfo uri;

  /** Starts a job; one that reads files of the server only for {@code admin}. */
  @POST
  public Response start(InputStream body) throws IOException {
    JsonObject definition = JsonBody.read(request.getContentType(), body);
    if (definition.containsKey("path")) {
      requireAdmin("Files of the server are registered by administrators.");
    }
    JsonObject job = JobFaults.of(() -> jobs.start(definition, user()));
    return Response.created(uri.getAbsolutePathBuilder().path(job.getString("id")).build())
        .entity(job.toString())
        .build();
  }

  /** All jobs, the oldest first. */
  @GET
  public String list() {
    JsonArrayBuilder all = Json.createArrayBuilder();
    jobs.list().forEach(all::add);
    return all.build().toString();
  }

  /** One job, and how far it is. */
  @GET
  @Path("{id}")
  public String show(@PathParam("id") String id) throws IOException {
    return JobFaults.of(() -> jobs.show(id)).toString();
  }

  /** Stops a job that runs; removes one that does not, with its key file, only for admin. */
  @DELETE
  @Path("{id}")
  public Response stop(@PathParam("id") String id) throws IOException {
    if (JobFaults.of(() -> jobs.isRunning(id))) {
      JsonObject job = JobFaults.of(() -> jobs.stop(id, user()));
      return Response.accepted(job.toString()).build();
    }
    requireAdmin("Jobs are removed by administrators.");
    JobFaults.of(
        () -> {
          jobs.remove(id);
          return id;
        });
    return Response.noContent().build();
  }

  /** What survived in what a job has scanned, without values. */
  @GET
  @Path("{id}/findings")
  @Produces("text/csv")
  public Response findings(@PathParam("id") String id) throws IOException {
    java.nio.file.Path file =
        JobFaults.of(() -> jobs.findings(id))
            .orElseThrow(
                () -> new ProblemException(Fault.NOT_FOUND, "The job has scanned nothing."));
    return Response.ok(Files.newInputStream(file), "text/csv; charset=UTF-8")
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }

  /** Starts a job again that was stopped or has ended; items that are done are not done again. */
  @POST
  @Path("{id}/restart")
  public Response restart(@PathParam("id") String id) throws IOException {
    JsonObject job = JobFaults.of(() -> jobs.restart(id, user()));
    return Response.accepted(job.toString()).build();
  }

  /** Who is who in what a job has collected; audited. */
  @GET
  @Path("{id}/key")
  @RolesAllowed(Roles.ADMIN)
  @Produces("text/csv")
  public Response key(@PathParam("id") String id) throws IOException {
    java.nio.file.Path file =
        JobFaults.of(() -> jobs.keyFile(id))
            .orElseThrow(
                () -> new ProblemException(Fault.NOT_FOUND, "The job has written no key file."));
    Requestor requestor = Requestors.of(request, Requestor.Protocol.REST);
    return Response.ok(KeyExport.of(id, file, audit, requestor), "text/csv; charset=UTF-8")
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"key.csv\"")
        .build();
  }

  /** What an anonymizer changed in what a job has collected, by rule, without values. */
  @GET
  @Path("{id}/report")
  @Produces("application/jsonl")
  public Response report(@PathParam("id") String id) throws IOException {
    List<java.nio.file.Path> files = JobFaults.of(() -> jobs.reports(id));
    if (files.isEmpty()) {
      throw new ProblemException(Fault.NOT_FOUND, "The job has written no report.");
    }
    StreamingOutput body =
        out -> {
          for (java.nio.file.Path file : files) {
            Files.copy(file, out);
          }
        };
    return Response.ok(body, "application/jsonl; charset=UTF-8")
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }

  private void requireAdmin(String why) {
    if (!request.isUserInRole(Roles.ADMIN)) {
      throw new ProblemException(Fault.FORBIDDEN, why);
    }
  }

  private String user() {
    return Requestors.of(request, Requestor.Protocol.REST).name();
  }
}
