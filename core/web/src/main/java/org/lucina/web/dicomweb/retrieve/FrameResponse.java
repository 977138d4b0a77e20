package org.lucina.web.dicomweb.retrieve;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.Map;
import org.lucina.archive.access.Requestor;
import org.lucina.archive.index.InstanceRecord;
import org.lucina.archive.retrieve.ObjectReader;
import org.lucina.spi.http.MultipartWriter;
import org.lucina.web.dicomweb.Call;
import org.lucina.web.dicomweb.InstancePath;

/** Sends frames: one alone, or each as a part. */
@Dependent
public class FrameResponse {
  private final ObjectReader reader;
  private final RetrievalAudit audit;

  /** Reads from the archive. */
  @Inject
  public FrameResponse(ObjectReader reader, RetrievalAudit audit) {
    this.reader = reader;
    this.audit = audit;
  }

  /** The response with frames that exist; 406 when the client does not take them as stored. */
  Response of(
      Call call, InstancePath path, InstanceRecord object, FrameList frames, Requestor requestor) {
    PixelForm form =
        PixelForm.choose(call.accept(), object.transferSyntax(), frames.numbers().size() == 1);
    String boundary = MultipartWriter.newBoundary();
    String uri = call.service().instance(object) + "/frames/";
    GuardedOutput.Body body =
        form.multipart()
            ? out -> writeParts(object, frames, form, new MultipartWriter(out, boundary), uri)
            : out -> reader.writeFrame(object, frames.numbers().get(0), out);
    return Response.ok(
            new GuardedOutput(
                call.describe(),
                body,
                audit.recorder(path, requestor, "WADO-RS frames " + frames.numbers())))
        .header(
            HttpHeaders.CONTENT_TYPE,
            form.multipart()
                ? MultipartWriter.contentType(form.mediaType(), boundary)
                : form.contentType())
        .build();
  }

  private void writeParts(
      InstanceRecord object, FrameList frames, PixelForm form, MultipartWriter parts, String uri)
      throws IOException {
    for (int frame : frames.numbers()) {
      reader.writeFrame(
          object,
          frame,
          parts.part(
              Map.of(
                  HttpHeaders.CONTENT_TYPE,
                  form.contentType(),
                  HttpHeaders.CONTENT_LOCATION,
                  uri + frame)));
    }
    parts.finish();
  }
}
