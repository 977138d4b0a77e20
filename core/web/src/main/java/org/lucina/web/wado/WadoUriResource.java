package org.lucina.web.wado;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.lucina.archive.access.Requestor;
import org.lucina.archive.index.ArchiveIndex;
import org.lucina.archive.index.InstanceRecord;
import org.lucina.archive.retrieve.ObjectReader;
import org.lucina.web.access.Roles;
import org.lucina.web.dicomweb.Call;
import org.lucina.web.dicomweb.InstancePath;
import org.lucina.web.dicomweb.retrieve.GuardedOutput;
import org.lucina.web.dicomweb.retrieve.ObjectForm;
import org.lucina.web.dicomweb.retrieve.RetrievalAudit;
import org.lucina.web.dicomweb.retrieve.Survey;
import org.lucina.web.problem.Fault;
import org.lucina.web.problem.ProblemException;

/** Retrieves one instance as application/dicom (WADO-URI, PS3.18 9.4). */
@Path("/")
@Dependent
@RolesAllowed({Roles.ADMIN, Roles.READER, Roles.DEIDENTIFIED})
public class WadoUriResource {
  @Inject private ArchiveIndex index;
  @Inject private ObjectReader reader;
  @Inject private RetrievalAudit audit;

  @GET
  public Response retrieve(@BeanParam Call call) {
    WadoParameters parameters = WadoParameters.parse(call.query());
    InstancePath path = parameters.path();
    Requestor requestor = call.requestor();
    InstanceRecord object =
        Survey.of(index, path, requestor.deidentifiedOnly(), any -> true).first();
    ObjectForm form = ObjectForm.single(parameters.transferSyntax());
    String syntax =
        form.syntaxOf(object, reader)
            .orElseThrow(
                () ->
                    new ProblemException(
                        Fault.NOT_ACCEPTABLE,
                        "The instance is stored in transfer syntax "
                            + object.transferSyntax()
                            + "."));
    return Response.ok(
            new GuardedOutput(
                call.describe(),
                out -> reader.writeFile(object, syntax, out),
                audit.recorder(path, requestor, "WADO-URI object")))
        .header(HttpHeaders.CONTENT_TYPE, ObjectForm.contentType(syntax))
        .build();
  }
}
