package org.lucina.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.lucina.dicom.testing.SyntheticObject;
import org.lucina.dicom.testing.SyntheticObjects;

/** DICOMweb and WADO-URI of the assembled server. */
@OnServer
class DicomWebIT {
  private static final String JSON = "application/dicom+json";

  private final SyntheticObjects objects = new SyntheticObjects(102);
  private final Http http = new Http();

  @Test
  void findsWhatWasStoredOverTheWeb() throws Exception {
    SyntheticObject ct = objects.ct(1, 1, 1, 1);
    assertThat(store(ct).statusCode()).isEqualTo(200);

    var found = http.get("/dicom-web/studies?StudyInstanceUID=" + ct.study(), JSON);

    assertThat(found.statusCode()).isEqualTo(200);
    assertThat(found.headers().firstValue("Content-Type"))
        .hasValueSatisfying(type -> assertThat(type).startsWith(JSON));
    assertThat(found.body()).contains(ct.study());
  }

  @Test
  void handsOutTheFileByWadoUri() throws Exception {
    SyntheticObject ct = objects.ct(2, 2, 2, 1);
    store(ct);

    var file =
        http.getBytes(
            "/wado?requestType=WADO&contentType=application/dicom"
                + ("&studyUID=" + ct.study())
                + ("&seriesUID=" + ct.series())
                + ("&objectUID=" + ct.sopInstance()),
            "application/dicom");

    assertThat(file.statusCode()).isEqualTo(200);
    assertThat(file.body()).endsWith(ct.bare());
  }

  @Test
  void handsOutMetadataOfASeries() throws Exception {
    SyntheticObject first = objects.small(3, 3, 3, 1);
    SyntheticObject second = objects.small(3, 3, 3, 2);
    store(first);
    store(second);

    var metadata =
        http.get(
            "/dicom-web/studies/" + first.study() + "/series/" + first.series() + "/metadata",
            JSON);

    assertThat(metadata.statusCode()).isEqualTo(200);
    assertThat(metadata.body())
        .contains(first.sopInstance())
        .contains(second.sopInstance())
        .contains("\"BulkDataURI\":\"http://127.0.0.1:");
  }

  @Test
  void forgetsWhatAnAdministratorDeletes() throws Exception {
    SyntheticObject small = objects.small(4, 4, 4, 1);
    store(small);
    String study = "/dicom-web/studies/" + small.study();

    assertThat(http.send(http.withUser(study).DELETE()).statusCode()).isEqualTo(204);
    assertThat(http.get(study + "/metadata", JSON).statusCode()).isEqualTo(404);
  }

  private HttpResponse<String> store(SyntheticObject object) throws Exception {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    body.writeBytes(
        "--part\r\nContent-Type: application/dicom\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
    body.writeBytes(object.file());
    body.writeBytes("\r\n--part--\r\n".getBytes(StandardCharsets.US_ASCII));
    HttpRequest.Builder request =
        http.withUser("/dicom-web/studies")
            .header("Accept", JSON)
            .header("Content-Type", "multipart/related; type=\"application/dicom\"; boundary=part")
            .POST(BodyPublishers.ofByteArray(body.toByteArray()));
    return http.send(request);
  }
}
