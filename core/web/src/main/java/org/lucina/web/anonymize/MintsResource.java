package org.lucina.web.anonymize;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.util.List;
import org.lucina.archive.access.AuditTrail;
import org.lucina.archive.access.Requestor;
import org.lucina.archive.identity.IdentityKeys;
import org.lucina.archive.identity.KeyRefusedException;
import org.lucina.spi.server.LucinaServer;
import org.lucina.web.access.Requestors;
import org.lucina.web.access.Roles;
import org.lucina.web.dicomweb.retrieve.GuardedOutput;
import org.lucina.web.http.BoundedInput;
import org.lucina.web.problem.Fault;
import org.lucina.web.problem.ProblemException;

/** Who is who by the registries of mints: {@code /lucina/mints/NAME/keys}. */
@Path("mints/{name}/keys")
@Dependent
@RolesAllowed(Roles.ADMIN)
public class MintsResource {
  private static final long MOST = 256L << 20;

  @Inject private LucinaServer server;
  @Inject private IdentityKeys keys;
  @Inject private AuditTrail audit;
  @Context private HttpServletRequest request;

  @PathParam("name")
  private String name;

  /** All that a mint has registered. */
  @GET
  @Produces("text/csv")
  public Response write() {
    if (server.mint(name).isEmpty() && !keys.has(name)) {
      throw missing();
    }
    Requestor requestor = requestor();
    GuardedOutput body =
        new GuardedOutput(
            "GET keys of mint " + name, this::write, done -> exported(requestor, done));
    return Response.ok(body, "text/csv; charset=UTF-8")
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"keys.csv\"")
        .build();
  }

  private void write(OutputStream out) throws IOException {
    BufferedOutputStream buffered = new BufferedOutputStream(out, 1 << 16);
    keys.write(name, buffered);
    buffered.flush();
  }

  private void exported(Requestor requestor, boolean whole) {
    record(AuditTrail.Event.EXPORT, requestor, whole);
  }

  /** Registers what another registry has written: all of it, or nothing. */
  @POST
  @Produces(MediaType.APPLICATION_JSON)
  public Response read(InputStream body) throws IOException {
    String type = request.getContentType();
    if (type == null || !type.matches("(?i)text/csv\\s*(;.*)?")) {
      throw new ProblemException(Fault.UNSUPPORTED_MEDIA_TYPE, "Keys are read as text/csv.");
    }
    if (server.mint(name).isEmpty()) {
      throw missing();
    }
    boolean done = false;
    try {
      long added = read(new BoundedInput(body, MOST));
      done = true;
      return Response.ok(Json.createObjectBuilder().add("added", added).build().toString()).build();
    } catch (KeyRefusedException e) {
      throw new ProblemException(Fault.CONFLICT, e.getMessage(), e);
    } finally {
      record(AuditTrail.Event.IMPORT, requestor(), done);
    }
  }

  /** From a file, since others wait for the registry while it is written. */
  private long read(BoundedInput body) throws IOException, KeyRefusedException {
    java.nio.file.Path file = Files.createTempFile(server.home(), "keys-", ".tmp");
    try {
      try (OutputStream out = Files.newOutputStream(file)) {
        body.transferTo(out);
      }
      return keys.read(name, Files.newInputStream(file), Files.size(file));
    } finally {
      Files.delete(file);
    }
  }

  private ProblemException missing() {
    return new ProblemException(Fault.NOT_FOUND, "There is no such mint that runs.");
  }

  private void record(AuditTrail.Event event, Requestor requestor, boolean success) {
    audit.record(event, requestor, List.of(), List.of(), success, "keys of mint " + name);
  }

  private Requestor requestor() {
    return Requestors.of(request, Requestor.Protocol.REST);
  }
}
