package org.lucina.web.dicomweb.store;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.lucina.archive.access.AuditTrail;
import org.lucina.archive.access.Requestor;
import org.lucina.archive.store.ObjectStore;
import org.lucina.archive.store.StoreException;
import org.lucina.archive.store.StoreException.Reason;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.json.DicomJson;
import org.lucina.dicom.xml.NativeXml;
import org.lucina.spi.http.MalformedMultipartException;
import org.lucina.spi.http.MediaRange;
import org.lucina.web.access.Roles;
import org.lucina.web.dicomweb.Call;
import org.lucina.web.dicomweb.Uid;
import org.lucina.web.dicomweb.Warnings;
import org.lucina.web.problem.Fault;
import org.lucina.web.problem.ProblemException;

/** Stores instances (STOW-RS, PS3.18 10.5). */
@Path("/")
@Dependent
@RolesAllowed(Roles.WRITER)
public class StoreResource {
  @Inject private ObjectStore store;
  @Inject private AuditTrail audit;
  @Resource private ManagedExecutorService executor;

  @POST
  @Path("studies")
  public Response anyStudy(@BeanParam Call call) throws IOException {
    return store(call, Optional.empty());
  }

  @POST
  @Path("studies/{study}")
  public Response study(@BeanParam Call call, @PathParam("study") Uid study) throws IOException {
    return store(call, Optional.of(study));
  }

  private Response store(Call call, Optional<Uid> study) throws IOException {
    MediaRange type = contentType(call);
    StoreBody kind = StoreBody.of(type);
    StoreReport report = new StoreReport(call.service());
    Requestor requestor = call.requestor();
    try {
      Intake intake = new Intake(store, requestor, study, report, executor);
      try {
        kind.read(call.body(), type, intake);
      } finally {
        intake.finish();
      }
    } catch (MalformedMultipartException e) {
      if (report.isEmpty()) {
        throw e;
      }
      // what came before is stored, and the client must learn that
      report.failed(new StoreException(Reason.MALFORMED, e.getMessage()));
    } finally {
      record(requestor, report);
    }
    if (report.isEmpty()) {
      throw new ProblemException(Fault.BAD_REQUEST, "The body has no instances.");
    }
    return respond(call, report);
  }

  private void record(Requestor requestor, StoreReport report) {
    if (!report.storedInstances().isEmpty()) {
      audit.record(
          AuditTrail.Event.STORE,
          requestor,
          report.studies(),
          report.storedInstances(),
          true,
          "STOW-RS");
    }
    if (report.failures() > 0) {
      audit.record(
          AuditTrail.Event.STORE,
          requestor,
          List.of(),
          report.failedInstances(),
          false,
          "STOW-RS, " + report.failures() + " refused");
    }
  }

  private static MediaRange contentType(Call call) {
    try {
      return MediaRange.parse(call.header(HttpHeaders.CONTENT_TYPE).orElse(""));
    } catch (IllegalArgumentException e) {
      throw new ProblemException(
          Fault.UNSUPPORTED_MEDIA_TYPE, "Content-Type is missing or malformed.", e);
    }
  }

  private static Response respond(Call call, StoreReport report) {
    boolean xml = wantsXml(call);
    DataSet module = report.toDataSet();
    StreamingOutput body =
        out -> {
          if (xml) {
            NativeXml.write(module, out, (path, element) -> Optional.empty());
          } else {
            DicomJson.write(module, out);
          }
        };
    Response.ResponseBuilder response =
        Response.status(report.status())
            .entity(body)
            .header(
                HttpHeaders.CONTENT_TYPE, xml ? "application/dicom+xml" : "application/dicom+json");
    Warnings warnings = new Warnings(call.service());
    report.words().forEach(word -> response.header(Warnings.HEADER, warnings.refused(word)));
    return response.build();
  }

  /** JSON unless XML is wanted more; what was stored must not be answered 406. */
  private static boolean wantsXml(Call call) {
    for (MediaRange range : call.accept().ranges()) {
      if (range.takes("application/dicom+json") || range.takes("application/json")) {
        return false;
      }
      if (range.takes("application/dicom+xml") || range.takesPartsOf("application/dicom+xml")) {
        return true;
      }
    }
    return false;
  }
}
