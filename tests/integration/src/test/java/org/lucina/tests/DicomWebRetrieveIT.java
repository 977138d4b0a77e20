package org.lucina.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.lucina.dicom.Bytes;
import org.lucina.dicom.Fragments;
import org.lucina.dicom.Tag;
import org.lucina.dicom.UID;
import org.lucina.dicom.testing.SyntheticObject;
import org.lucina.dicom.testing.SyntheticObjects;

/** WADO-RS of the assembled server. */
@OnServer
class DicomWebRetrieveIT {
  private static final SyntheticObjects OBJECTS = new SyntheticObjects(303);
  private static final String AS_STORED = "application/dicom; transfer-syntax=*";
  private static final String OCTETS = "application/octet-stream";

  private final Http http = new Http();
  private static final String AS_PARTS =
      "multipart/related; type=\"application/dicom\"; transfer-syntax=*";

  private final DicomWeb web = new DicomWeb(http);

  static List<SyntheticObject> everyKind() {
    return OBJECTS.everyKind();
  }

  @ParameterizedTest
  @MethodSource("everyKind")
  void handsOutWhatItWasGiven(SyntheticObject object) throws Exception {
    web.store(object);
    var response = web.getBytes(DicomWeb.path(object), AS_STORED);
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).endsWith(object.bare());
  }

  @Test
  void handsOutAllOfASeriesInParts() throws Exception {
    SyntheticObject first = OBJECTS.small(20, 20, 20, 1);
    SyntheticObject second = OBJECTS.small(20, 20, 20, 2);
    web.store(first, second);
    for (String path : List.of("/studies/" + first.study(), DicomWeb.seriesPath(first))) {
      var response = web.getBytes(path, "multipart/related; type=\"application/dicom\"");
      assertThat(response.headers().firstValue("Content-Type").orElseThrow())
          .contains("type=\"application/dicom\"");
      assertThat(response.body()).containsSequence(first.bare()).containsSequence(second.bare());
    }
  }

  /** A client that asks for HTTP/2 is answered by HTTP/1.1 where there is no TLS. */
  @ParameterizedTest
  @EnumSource(HttpClient.Version.class)
  void tellsTheLengthOfObjectsAndSendsNoneToHead(HttpClient.Version version) throws Exception {
    SyntheticObject first = OBJECTS.ct(26, 26, 26, 1);
    SyntheticObject second = OBJECTS.ct(26, 26, 26, 2);
    web.store(first, second);
    for (String path : List.of(DicomWeb.path(first), DicomWeb.seriesPath(first))) {
      HttpRequest.Builder request =
          http.withUser("/dicom-web" + path).version(version).header("Accept", AS_PARTS);
      var whole = http.sendForBytes(request.GET());
      assertThat(whole.statusCode()).isEqualTo(200);
      assertThat(whole.version()).isEqualTo(HttpClient.Version.HTTP_1_1);
      assertThat(whole.headers().firstValueAsLong("Content-Length")).hasValue(whole.body().length);
      assertThat(new String(whole.body(), StandardCharsets.ISO_8859_1))
          .contains(new String(first.bare(), StandardCharsets.ISO_8859_1))
          .endsWith("--\r\n");
      var head = http.sendForBytes(request.method("HEAD", BodyPublishers.noBody()));
      assertThat(head.statusCode()).isEqualTo(200);
      assertThat(head.headers().firstValueAsLong("Content-Length")).hasValue(whole.body().length);
      assertThat(head.body()).isEmpty();
    }
    assertThat(http.send(http.withUser("/dicom-web/studies").GET()).statusCode()).isEqualTo(200);
  }

  @Test
  void convertsWhatIsNotCompressed() throws Exception {
    SyntheticObject object = OBJECTS.everyKind().get(2);
    web.store(object);
    var response = web.getBytes(DicomWeb.path(object), "application/dicom");
    assertThat(response.headers().firstValue("Content-Type").orElseThrow())
        .endsWith("transfer-syntax=" + UID.ExplicitVRLittleEndian);
    assertThat(response.body())
        .endsWith(object.dataSet().bytes(Tag.PixelData).orElseThrow().toArray());
  }

  @Test
  void doesNotHandOutWhatItCannotMake() throws Exception {
    SyntheticObject object = OBJECTS.encapsulated(21, 21, 21, 1, 2, 1);
    web.store(object);
    String path = DicomWeb.path(object);
    for (String accept :
        List.of("application/dicom; transfer-syntax=1.2.840.10008.1.2.1", "image/png")) {
      assertThat(web.get(path, accept).statusCode()).as(accept).isEqualTo(406);
    }
    assertThat(web.get(path + "/frames/1", OCTETS).statusCode()).isEqualTo(406);
    assertThat(web.get(path + "/rendered", "image/jpeg").statusCode()).isEqualTo(501);
    assertThat(web.get("/studies/1.2.3.4.5", AS_STORED).statusCode()).isEqualTo(406);
    assertThat(web.get("/studies/1.2.3.4.5", "*/*").statusCode()).isEqualTo(404);
  }

  @Test
  void handsOutFrames() throws Exception {
    SyntheticObject clip = OBJECTS.multiFrame(22, 22, 22, 1, 3);
    web.store(clip);
    byte[] pixels = clip.dataSet().bytes(Tag.PixelData).orElseThrow().toArray();
    byte[] second = java.util.Arrays.copyOfRange(pixels, 64 * 48, 2 * 64 * 48);
    String frames = DicomWeb.path(clip) + "/frames/";
    assertThat(web.getBytes(frames + "2", OCTETS).body()).isEqualTo(second);
    assertThat(web.getBytes(frames + "3,2", "*/*").body()).containsSequence(second);
    assertThat(web.get(frames + "4", OCTETS).statusCode()).isEqualTo(404);
    assertThat(web.get(frames + "0", OCTETS).statusCode()).isEqualTo(400);
  }

  @Test
  void handsOutCompressedFramesAsTheyAre() throws Exception {
    SyntheticObject object = OBJECTS.encapsulated(23, 23, 23, 1, 2, 1);
    web.store(object);
    Fragments pixels = (Fragments) object.dataSet().get(Tag.PixelData).orElseThrow().value();
    byte[] first = ((Bytes) pixels.fragments().get(0)).toArray();
    var response = web.getBytes(DicomWeb.path(object) + "/frames/1", "image/jp2");
    assertThat(response.headers().firstValue("Content-Type").orElseThrow())
        .isEqualTo("image/jp2;transfer-syntax=" + UID.JPEG2000Lossless);
    assertThat(response.body()).isEqualTo(first);
  }

  @Test
  void handsOutRangesOfBulkData() throws Exception {
    SyntheticObject object = OBJECTS.small(24, 24, 24, 1);
    web.store(object);
    byte[] pixels = object.dataSet().bytes(Tag.PixelData).orElseThrow().toArray();
    String uri = DicomWeb.path(object) + "/bulkdata/7FE00010";
    assertThat(web.getBytes(uri, "*/*").body()).isEqualTo(pixels);
    var request = http.withUser("/dicom-web" + uri).header("Range", "bytes=0-0").GET();
    var response = http.send(request);
    assertThat(response.statusCode()).isEqualTo(206);
    assertThat(response.headers().firstValue("Content-Range"))
        .contains("bytes 0-0/" + pixels.length);
    assertThat(response.body().getBytes(StandardCharsets.UTF_8).length).isBetween(1, 3);
    assertThat(web.get(DicomWeb.path(object) + "/bulkdata/00101010", "*/*").statusCode())
        .isEqualTo(404);
  }

  @Test
  void sendsMetadataAgainOnlyWhenItChanged() throws Exception {
    SyntheticObject first = OBJECTS.small(25, 25, 25, 1);
    web.store(first);
    String path = "/dicom-web" + DicomWeb.seriesPath(first) + "/metadata";
    String tag = http.send(http.withUser(path).GET()).headers().firstValue("ETag").orElseThrow();
    var again = http.withUser(path).header("If-None-Match", tag).GET();
    assertThat(http.send(again).statusCode()).isEqualTo(304);
    web.store(OBJECTS.small(25, 25, 25, 2));
    assertThat(http.send(again).statusCode()).isEqualTo(200);
  }

  @Test
  void tellsItsCapabilities() throws Exception {
    var request =
        http.withUser("/dicom-web/")
            .method("OPTIONS", java.net.http.HttpRequest.BodyPublishers.noBody());
    var response = http.send(request);
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("application/vnd.sun.wadl+xml");
    assertThat(response.body()).contains("studies/{study}/metadata");
  }
}
