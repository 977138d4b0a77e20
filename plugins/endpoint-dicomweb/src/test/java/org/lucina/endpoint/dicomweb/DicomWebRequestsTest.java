package org.lucina.endpoint.dicomweb;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lucina.endpoint.dicomweb.Services.find;
import static org.lucina.endpoint.dicomweb.Services.whole;

import java.io.ByteArrayOutputStream;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lucina.dicom.Tag;
import org.lucina.dicom.testing.SyntheticObject;
import org.lucina.spi.dixel.DicomLevel;
import org.lucina.spi.dixel.Reference;
import org.lucina.spi.query.Query;

/** The requests that a service gets. */
class DicomWebRequestsTest extends ServiceFixture {
  @Test
  void sendsTheTokenAndMoreHeaders() throws Exception {
    answer(exchange -> json(exchange, 200, "[]"));
    endpoint("token", "abc", "headers", "X-Key: 1|X-Tenant: a b").check();

    assertThat(headers.get(0).getFirst("Authorization")).isEqualTo("Bearer abc");
    assertThat(headers.get(0).getFirst("X-Key")).isEqualTo("1");
    assertThat(headers.get(0).getFirst("X-Tenant")).isEqualTo("a b");
    assertThatThrownBy(() -> endpoint("token", "a", "user", "b", "password", "c"))
        .hasMessageContaining("either token or user");
    assertThatThrownBy(() -> endpoint("headers", "nonsense")).hasMessageContaining("Name: value");
    assertThatThrownBy(() -> endpoint("headers", "Host: a")).hasMessageContaining("'Host'");
    assertThatThrownBy(() -> endpoint("wado-uri", "ftp://host/wado"))
        .hasMessageContaining("wado-uri must be http");
  }

  @Test
  void writesKeysAsTheStandardHasThem() throws Exception {
    answer(exchange -> json(exchange, 204, ""));
    Query query =
        Query.of(DicomLevel.STUDY)
            .key(Tag.PatientName, "MÜLLER^A*")
            .key(Tag.StudyDate, "20260101-20260131")
            .key(Tag.StudyInstanceUID, "1.2\\1.3")
            .key("RequestAttributesSequence.ScheduledProcedureStepID", "S&1")
            .include(Tag.BodyPartExamined)
            .fuzzy(true)
            .build();

    assertThat(find(endpoint("fuzzy-matching", "true"), query)).isEmpty();
    assertThat(requests)
        .containsExactly(
            "GET /dicom-web/studies?PatientName=M%C3%9CLLER%5EA*&StudyDate=20260101-20260131"
                + "&StudyInstanceUID=1.2,1.3"
                + "&RequestAttributesSequence.ScheduledProcedureStepID=S%261"
                + "&includefield=BodyPartExamined&fuzzymatching=true&limit=200");
    assertThat(headers.get(0).getFirst("Accept")).isEqualTo("application/dicom+json");
  }

  @Test
  void sendsWildCardsToAServiceThatDecodesNoEscapes() throws Exception {
    answer(exchange -> json(exchange, 204, ""));
    Query query =
        Query.of(DicomLevel.STUDY)
            .key(Tag.PatientName, "MÜLLER^^A?NA")
            .key(Tag.AccessionNumber, "A-1")
            .key(Tag.StudyID, "\"\"")
            .key("RequestAttributesSequence.ScheduledProcedureStepID", "S&1")
            .build();

    assertThat(find(endpoint("escapes", "false"), query)).isEmpty();
    assertThat(requests)
        .containsExactly(
            "GET /dicom-web/studies?PatientName=M*LLER*A?NA&AccessionNumber=A-1"
                + "&includefield=PatientName,StudyID,RequestAttributesSequence&limit=200");
  }

  @Test
  void sendsObjectsAsPartsOfOneBody() throws Exception {
    answer(exchange -> json(exchange, 200, "{}"));
    endpoint().put(whole(Reference.study(first.study()), first, second));

    assertThat(requests).containsExactly("POST /dicom-web/studies");
    String type = headers.get(0).getFirst("Content-Type");
    assertThat(type).startsWith("multipart/related; type=\"application/dicom\"; boundary=");
    String delimiter = "\r\n--" + type.substring(type.indexOf("boundary=") + 9);
    String head = delimiter + "\r\nContent-Type: application/dicom\r\n\r\n";
    ByteArrayOutputStream expected = new ByteArrayOutputStream();
    for (SyntheticObject object : List.of(first, second)) {
      expected.write(head.getBytes(UTF_8));
      expected.write(object.file());
    }
    expected.write((delimiter + "--\r\n").getBytes(UTF_8));
    assertThat(bodies.get(0)).isEqualTo(expected.toByteArray());
    assertThat(headers.get(0).getFirst("Content-Length"))
        .isEqualTo(Integer.toString(expected.size()));
  }

  @Test
  void removesWhereTheServiceDoes() throws Exception {
    answer(
        exchange ->
            json(
                exchange, 200, exchange.getRequestMethod().equals("DELETE") ? "" : studies("1.2")));
    endpoint("deletes", "true").delete(Reference.study("1.2"));

    assertThat(requests).contains("DELETE /dicom-web/studies/1.2");
  }
}
