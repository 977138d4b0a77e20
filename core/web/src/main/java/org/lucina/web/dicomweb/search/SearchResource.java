package org.lucina.web.dicomweb.search;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.util.List;
import org.lucina.archive.access.AuditTrail;
import org.lucina.spi.dixel.DicomLevel;
import org.lucina.spi.http.MultipartWriter;
import org.lucina.spi.query.QueryException;
import org.lucina.web.access.Roles;
import org.lucina.web.dicomweb.Call;
import org.lucina.web.dicomweb.DataSetForm;
import org.lucina.web.dicomweb.Uid;
import org.lucina.web.dicomweb.Warnings;
import org.lucina.web.http.Spool;

/** Searches for studies, series and instances (QIDO-RS, PS3.18 10.6). */
@Path("/")
@Dependent
@RolesAllowed({Roles.ADMIN, Roles.READER, Roles.DEIDENTIFIED})
public class SearchResource {
  @Inject private SearchService service;
  @Inject private AuditTrail audit;

  @GET
  @Path("studies")
  public Response studies(@BeanParam Call call) throws QueryException, IOException {
    return search(call, DicomLevel.STUDY);
  }

  @GET
  @Path("series")
  public Response series(@BeanParam Call call) throws QueryException, IOException {
    return search(call, DicomLevel.SERIES);
  }

  @GET
  @Path("instances")
  public Response instances(@BeanParam Call call) throws QueryException, IOException {
    return search(call, DicomLevel.INSTANCE);
  }

  @GET
  @Path("studies/{study}/series")
  public Response seriesOfStudy(@BeanParam Call call) throws QueryException, IOException {
    return search(call, DicomLevel.SERIES);
  }

  @GET
  @Path("studies/{study}/instances")
  public Response instancesOfStudy(@BeanParam Call call) throws QueryException, IOException {
    return search(call, DicomLevel.INSTANCE);
  }

  @GET
  @Path("studies/{study}/series/{series}/instances")
  public Response instancesOfSeries(@BeanParam Call call) throws QueryException, IOException {
    return search(call, DicomLevel.INSTANCE);
  }

  private Response search(Call call, DicomLevel level) throws QueryException, IOException {
    SearchTarget target = new SearchTarget(level, call.uid("study"), call.uid("series"));
    DataSetForm form = DataSetForm.choose(call.accept());
    SearchParameters parameters = SearchParameters.parse(call.query());
    String boundary = MultipartWriter.newBoundary();
    // warnings stand before the matches, but are known only after them
    Spool spool = new Spool();
    boolean found = false;
    try {
      MatchWriter writer = MatchWriter.of(form, spool, boundary);
      List<String> warnings =
          service.search(target, parameters, call.requestor(), call.service(), writer);
      writer.finish();
      found = true;
      return respond(spool, form, boundary, warnings);
    } finally {
      if (!found) {
        spool.close();
      }
      record(call, target, parameters, found);
    }
  }

  private static Response respond(
      Spool spool, DataSetForm form, String boundary, List<String> warnings) {
    StreamingOutput body =
        out -> {
          try (spool) {
            spool.copyTo(out);
          }
        };
    Response.ResponseBuilder response =
        Response.ok(body)
            .header(HttpHeaders.CONTENT_TYPE, form.contentType(boundary))
            .header(HttpHeaders.CACHE_CONTROL, "no-cache");
    warnings.forEach(warning -> response.header(Warnings.HEADER, warning));
    return response.build();
  }

  private void record(
      Call call, SearchTarget target, SearchParameters parameters, boolean success) {
    audit.record(
        AuditTrail.Event.QUERY,
        call.requestor(),
        target.study().map(Uid::value).stream().toList(),
        List.of(),
        success,
        "QIDO-RS " + target.level() + " " + parameters.describe());
  }
}
