package org.lucina.web.dicomweb.retrieve;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.lucina.archive.access.Requestor;
import org.lucina.archive.index.ArchiveIndex;
import org.lucina.archive.index.InstanceRecord;
import org.lucina.archive.retrieve.ObjectReader;
import org.lucina.dicom.TransferSyntax;
import org.lucina.spi.http.MediaRange;
import org.lucina.spi.http.MultipartWriter;
import org.lucina.web.access.Roles;
import org.lucina.web.dicomweb.Call;
import org.lucina.web.dicomweb.InstancePath;
import org.lucina.web.http.Accept;
import org.lucina.web.http.ByteRange;
import org.lucina.web.problem.Fault;
import org.lucina.web.problem.ProblemException;

/** Retrieves one bulk value of an instance, or a range of it (WADO-RS, PS3.18 10.4.1.1.5). */
@Path("/")
@Dependent
@RolesAllowed({Roles.ADMIN, Roles.READER, Roles.DEIDENTIFIED})
public class BulkDataResource {
  private static final String OCTETS = "application/octet-stream";
  private static final String PIXEL_DATA = "7FE00010";
  private static final Pattern TAG_PATH =
      Pattern.compile("[0-9A-Fa-f]{8}(/[1-9][0-9]{0,8}/[0-9A-Fa-f]{8}){0,64}");

  @Inject private ArchiveIndex index;
  @Inject private ObjectReader reader;
  @Inject private FrameResponse frames;
  @Inject private RetrievalAudit audit;

  @GET
  @Path("studies/{study}/series/{series}/instances/{instance}/bulkdata/{path:.+}")
  public Response bulkData(@BeanParam Call call, @PathParam("path") String tagPath)
      throws IOException {
    if (!TAG_PATH.matcher(tagPath).matches()) {
      throw new ProblemException(
          Fault.BAD_REQUEST, "A path of bulk data is made of tags and item numbers.");
    }
    InstancePath path = call.path();
    Requestor requestor = call.requestor();
    InstanceRecord object =
        Survey.of(index, path, requestor.deidentifiedOnly(), any -> true).first();
    boolean compressed = TransferSyntax.of(object.transferSyntax()).encapsulated();
    if (compressed && tagPath.equalsIgnoreCase(PIXEL_DATA)) {
      return frames.of(call, path, object, everyFrame(object), requestor);
    }
    return value(call, path, object, tagPath, requestor);
  }

  private FrameList everyFrame(InstanceRecord object) throws IOException {
    List<Integer> numbers = IntStream.rangeClosed(1, reader.frames(object)).boxed().toList();
    if (numbers.isEmpty()) {
      throw noValue();
    }
    return new FrameList(numbers);
  }

  private Response value(
      Call call, InstancePath path, InstanceRecord object, String tagPath, Requestor requestor)
      throws IOException {
    boolean multipart = isMultipart(call.accept());
    OptionalLong length = reader.bulkDataLength(object, tagPath);
    long total = length.orElseThrow(BulkDataResource::noValue);
    Optional<ByteRange> asked =
        call.header("Range").flatMap(range -> ByteRange.parse(range, total));
    ByteRange range = asked.orElse(new ByteRange(0, total, total));
    String boundary = MultipartWriter.newBoundary();
    String uri = call.service().instance(object) + "/bulkdata/" + tagPath;
    GuardedOutput.Body body =
        out -> {
          if (multipart) {
            MultipartWriter parts = new MultipartWriter(out, boundary);
            reader.writeBulkData(
                object, tagPath, range.first(), range.length(), parts.part(head(uri, asked)));
            parts.finish();
          } else {
            reader.writeBulkData(object, tagPath, range.first(), range.length(), out);
          }
        };
    Response.ResponseBuilder response =
        Response.status(asked.isPresent() ? Response.Status.PARTIAL_CONTENT : Response.Status.OK)
            .entity(
                new GuardedOutput(
                    call.describe(),
                    body,
                    audit.recorder(path, requestor, "WADO-RS bulk data " + tagPath)))
            .header("Accept-Ranges", "bytes")
            .header(
                HttpHeaders.CONTENT_TYPE,
                multipart ? MultipartWriter.contentType(OCTETS, boundary) : OCTETS);
    if (!multipart) {
      response.header(HttpHeaders.CONTENT_LENGTH, range.length());
    }
    asked.ifPresent(part -> response.header("Content-Range", part.contentRange()));
    return response.build();
  }

  private static Map<String, String> head(String uri, Optional<ByteRange> asked) {
    Map<String, String> head = new HashMap<>();
    head.put(HttpHeaders.CONTENT_TYPE, OCTETS);
    head.put(HttpHeaders.CONTENT_LOCATION, uri);
    asked.ifPresent(range -> head.put("Content-Range", range.contentRange()));
    return head;
  }

  /** A single part is what fetching the URI without further ado gives. */
  private static boolean isMultipart(Accept accept) {
    for (MediaRange range : accept.ranges()) {
      if (range.takes(OCTETS)) {
        return false;
      }
      if (range.takesPartsOf(OCTETS)) {
        return true;
      }
    }
    throw accept.refusal(OCTETS + " and multipart/related; type=\"" + OCTETS + "\"");
  }

  private static ProblemException noValue() {
    return new ProblemException(Fault.NOT_FOUND, "The instance has no such bulk data.");
  }
}
