package org.lucina.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Tag;
import org.lucina.dicom.json.DicomJson;
import org.lucina.dicom.testing.SyntheticObject;
import org.lucina.dicom.testing.SyntheticObjects;
import org.lucina.dicom.xml.NativeXml;

/** STOW-RS of the assembled server. */
@OnServer
class DicomWebStoreIT {
  private static final SyntheticObjects OBJECTS = new SyntheticObjects(304);

  private final DicomWeb web = new DicomWeb(new Http());

  @Test
  void storesAFileThatComesAlone() throws Exception {
    SyntheticObject object = OBJECTS.small(1, 1, 1, 1);
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    body.write(object.file());
    assertThat(web.post("/studies", "application/dicom", body).statusCode()).isEqualTo(200);
    assertThat(web.dataSets(DicomWeb.path(object) + "/metadata")).hasSize(1);
  }

  @Test
  void tellsWhatBecameOfEachInstance() throws Exception {
    SyntheticObject good = OBJECTS.small(2, 2, 2, 1);
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    DicomWeb.part(body, "Content-Type: application/dicom", good.file());
    byte[] file = OBJECTS.small(2, 2, 2, 2).file();
    DicomWeb.part(body, "Content-Type: application/dicom", Arrays.copyOf(file, 15_000));
    DicomWeb.part(body, "Content-Type: application/dicom", new byte[10]);
    DicomWeb.end(body);
    var response =
        web.post("/studies", "multipart/related; type=application/dicom; boundary=part", body);
    assertThat(response.statusCode()).isEqualTo(202);
    DataSet module = DicomWeb.dataSets(response).get(0);
    assertThat(module.items(Tag.ReferencedSOPSequence)).hasSize(1);
    assertThat(
            module.items(Tag.FailedSOPSequence).size()
                + module.items(Tag.OtherFailuresSequence).size())
        .isEqualTo(2);
    assertThat(response.headers().allValues("Warning")).isNotEmpty();
    assertThat(web.dataSets("/studies/" + good.study() + "/instances")).hasSize(1);
  }

  @Test
  void refusesInstancesOfAnotherStudy() throws Exception {
    SyntheticObject object = OBJECTS.small(3, 3, 3, 1);
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    body.write(object.file());
    var response = web.post("/studies/1.2.3", "application/dicom", body);
    assertThat(response.statusCode()).isEqualTo(409);
    DataSet failed = DicomWeb.dataSets(response).get(0).items(Tag.FailedSOPSequence).get(0);
    assertThat(failed.string(Tag.ReferencedSOPInstanceUID)).contains(object.sopInstance());
    assertThat(failed.integer(Tag.FailureReason)).hasValue(0xC409);
    assertThat(web.dataSets("/instances?SOPInstanceUID=" + object.sopInstance())).isEmpty();
  }

  @Test
  void tellsThatAnotherObjectStays() throws Exception {
    SyntheticObject object = OBJECTS.small(4, 4, 4, 1);
    web.store(object);
    object.dataSet().set(Tag.PatientComments, "changed");
    var response = web.store(object);
    assertThat(response.statusCode()).isEqualTo(202);
    assertThat(
            DicomWeb.dataSets(response)
                .get(0)
                .items(Tag.ReferencedSOPSequence)
                .get(0)
                .integer(Tag.WarningReason))
        .isPresent();
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/dicom+json", "application/dicom+xml"})
  void joinsMetadataAndBulk(String type) throws Exception {
    SyntheticObject object = OBJECTS.ct(type.length(), 5, 5, 1);
    byte[] pixels = object.dataSet().bytes(Tag.PixelData).orElseThrow().toArray();
    DicomJson.BulkUris uris =
        (path, element) ->
            element.tag() == Tag.PixelData ? Optional.of("http://x/pixels") : Optional.empty();
    ByteArrayOutputStream metadata = new ByteArrayOutputStream();
    if (type.endsWith("json")) {
      metadata.write('[');
      DicomJson.write(object.dataSet(), metadata, uris);
      metadata.write(']');
    } else {
      NativeXml.write(object.dataSet(), metadata, uris);
    }
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    DicomWeb.part(body, "Content-Type: " + type, metadata.toByteArray());
    DicomWeb.part(
        body,
        "Content-Type: application/octet-stream\r\nContent-Location: http://x/pixels",
        pixels);
    DicomWeb.end(body);
    var response =
        web.post("/studies", "multipart/related; type=\"" + type + "\"; boundary=part", body);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    var stored = web.getBytes(DicomWeb.path(object) + "/frames/1", "application/octet-stream");
    assertThat(stored.body()).isEqualTo(pixels);
    assertThat(web.dataSets(DicomWeb.path(object) + "/metadata").get(0).string(Tag.PatientName))
        .isEqualTo(object.dataSet().string(Tag.PatientName));
  }

  @Test
  void refusesBodiesThatAreNone() throws Exception {
    ByteArrayOutputStream broken = new ByteArrayOutputStream();
    DicomWeb.part(broken, "Content-Type: application/dicom", new byte[3]);
    String dicom = "multipart/related; type=\"application/dicom\"; boundary=";
    ByteArrayOutputStream empty = new ByteArrayOutputStream();
    DicomWeb.end(empty);
    assertThat(web.post("/studies", dicom + "part", broken).statusCode()).isEqualTo(400);
    assertThat(web.post("/studies", dicom + "other", broken).statusCode()).isEqualTo(400);
    assertThat(web.post("/studies", dicom + "part", empty).statusCode()).isEqualTo(400);
    for (String type :
        List.of("text/plain", "multipart/related; type=\"image/jpeg\"; boundary=part")) {
      assertThat(web.post("/studies", type, broken).statusCode()).as(type).isEqualTo(415);
    }
    ByteArrayOutputStream text = new ByteArrayOutputStream();
    text.writeBytes("no DICOM at all".getBytes(StandardCharsets.UTF_8));
    assertThat(web.post("/studies", "application/dicom", text).statusCode()).isEqualTo(400);
  }
}
