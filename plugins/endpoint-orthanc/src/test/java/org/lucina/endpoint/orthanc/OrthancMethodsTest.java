package org.lucina.endpoint.orthanc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lucina.endpoint.orthanc.OrthancFixture.TAGS;
import static org.lucina.endpoint.orthanc.OrthancFixture.dixel;
import static org.lucina.endpoint.orthanc.OrthancFixture.endpoint;
import static org.lucina.endpoint.orthanc.OrthancFixture.handle;
import static org.lucina.endpoint.orthanc.OrthancFixture.whole;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Base64;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Tag;
import org.lucina.dicom.testing.OrthancServer;
import org.lucina.dicom.testing.SyntheticObject;
import org.lucina.dicom.testing.SyntheticObjects;
import org.lucina.spi.dixel.DicomLevel;
import org.lucina.spi.dixel.Reference;
import org.lucina.spi.endpoint.Endpoint;
import org.lucina.spi.endpoint.EndpointException;
import org.lucina.spi.endpoint.EndpointException.Reason;

/** Asks a real Orthanc for what other endpoints cannot do. */
class OrthancMethodsTest {
  @TempDir private static Path temp;
  private static OrthancServer server;
  private static long seed = 100;

  private final SyntheticObjects objects = new SyntheticObjects(++seed);
  private final SyntheticObject first = objects.ct(1, 1, 1, 1);
  private final SyntheticObject second = objects.ct(1, 1, 1, 2);
  private final Reference study = Reference.study(first.study());
  private final Reference instance =
      Reference.of(DicomLevel.INSTANCE, first.dataSet()).orElseThrow();
  private Endpoint orthanc;

  @BeforeAll
  static void start() throws IOException {
    server = OrthancServer.orSkip(temp).start();
  }

  @AfterAll
  static void stop() throws IOException {
    if (server != null) {
      server.close();
    }
  }

  @BeforeEach
  void fill() throws Exception {
    orthanc = endpoint(server);
    orthanc.put(whole(study, first, second));
  }

  @Test
  void anonymizesAStudyAndKeepsTheSource() throws Exception {
    JsonObject made =
        object(
            handle(
                orthanc,
                study,
                "anonymize",
                "replace",
                "PatientName=Sham^One&PatientID=S%26T",
                "force",
                "true",
                "keep",
                "StudyDescription"));

    DataSet tags = tags(DicomLevel.STUDY, made);
    assertThat(tags.string(Tag.PatientName)).contains("Sham^One");
    assertThat(tags.string(Tag.PatientID)).contains("S&T");
    assertThat(tags.string(Tag.StudyDescription))
        .isEqualTo(first.dataSet().string(Tag.StudyDescription));
    assertThat(tags.string(Tag.StudyInstanceUID).orElseThrow()).isNotEqualTo(first.study());
    assertThat(orthanc.exists(study)).isTrue();
  }

  @Test
  void anonymizesAnInstanceAndStoresIt() throws Exception {
    JsonObject made = object(handle(orthanc, instance, "anonymize", "keep-source", "false"));

    DataSet tags = tags(DicomLevel.INSTANCE, made);
    assertThat(tags.string(Tag.PatientID)).isNotEqualTo(first.dataSet().string(Tag.PatientID));
    assertThat(tags.integer(Tag.Rows)).hasValue(512);
    assertThat(orthanc.exists(instance)).isFalse();
  }

  @Test
  void modifiesASeriesInPlaceOfTheOldOne() throws Exception {
    Reference series = Reference.series(first.study(), first.series());
    JsonObject made =
        object(
            handle(
                orthanc,
                series,
                "modify",
                "replace",
                "SeriesDescription=Better",
                "remove",
                "StationName,00080070",
                "keep-source",
                "false"));

    DataSet tags = tags(DicomLevel.SERIES, made);
    assertThat(tags.string(Tag.SeriesDescription)).contains("Better");
    assertThat(tags.string(Tag.StationName)).isEmpty();
    assertThat(tags.string(Tag.StudyInstanceUID)).contains(first.study());
    assertThat(orthanc.exists(series)).isFalse();
  }

  @Test
  void refusesReplacementsThatAreNone() {
    assertThatThrownBy(() -> handle(orthanc, study, "modify", "replace", "PatientName"))
        .hasMessageContaining("Attribute=value");
    assertThatThrownBy(() -> handle(orthanc, study, "modify", "replace", "NoSuchThing=1"))
        .hasMessageContaining("'NoSuchThing' is no attribute");
    assertThatThrownBy(() -> handle(orthanc, study, "anonymize", "keep", "PatientName,x"))
        .hasMessageContaining("'x' is no attribute");
    assertThatThrownBy(() -> handle(orthanc, "modify", "replace", "PatientName=x"))
        .hasMessageContaining("needs a dixel");
  }

  @Test
  void setsAndTellsMetadata() throws Exception {
    handle(orthanc, study, "set-metadata", "name", "note", "value", "seen by Dr. X");

    assertThat(handle(orthanc, study, "get-metadata", "name", "note")).isEqualTo("seen by Dr. X");
    assertThatThrownBy(() -> handle(orthanc, study, "get-metadata", "name", "../tags"))
        .hasMessageContaining("is no name");
    assertThatThrownBy(() -> handle(orthanc, instance, "get-metadata", "name", "note"))
        .extracting("reason")
        .isEqualTo(Reason.NOT_FOUND);
  }

  @Test
  void tellsChangesFromANumber() throws Exception {
    JsonObject some = object(handle(orthanc, "changes", "since", "0", "limit", "3"));
    assertThat(some.getJsonArray("Changes")).hasSize(3);
    assertThat(some.getJsonArray("Changes").getJsonObject(0).getString("ChangeType"))
        .isEqualTo("NewInstance");
    assertThat(some.getInt("Last")).isEqualTo(3);

    JsonObject last = object(handle(orthanc, "changes", "last", "true"));
    assertThat(last.getInt("Last")).isGreaterThan(3);
    assertThat(last.getJsonArray("Changes")).hasSize(1);
  }

  @Test
  void echoesAndSendsToModalities() throws Exception {
    handle(orthanc, "echo", "modality", "self");
    assertThat(object(handle(orthanc, study, "send", "modality", "self")).getInt("InstancesCount"))
        .isEqualTo(2);

    assertThatThrownBy(() -> handle(orthanc, "echo", "modality", "nobody"))
        .isInstanceOf(EndpointException.class)
        .extracting("reason")
        .isEqualTo(Reason.NOT_FOUND);
    assertThatThrownBy(() -> handle(orthanc, study, "send"))
        .hasMessageContaining("needs a modality or a peer");
  }

  @Test
  void isUnavailableToModalitiesThatAreAway(@TempDir Path folder) throws Exception {
    try (OrthancServer other =
        OrthancServer.orSkip(folder)
            .with("DicomModalities", "{\"gone\": [\"GONE\", \"127.0.0.1\", 1]}")
            .start()) {
      Endpoint endpoint = endpoint(other);
      endpoint.put(dixel(first));

      assertThatThrownBy(() -> handle(endpoint, "echo", "modality", "gone"))
          .extracting("reason")
          .isEqualTo(Reason.UNAVAILABLE);
      assertThatThrownBy(() -> handle(endpoint, study, "send", "modality", "gone"))
          .isInstanceOfSatisfying(
              EndpointException.class, e -> assertThat(e.isTransient()).isTrue());
    }
  }

  @Test
  void sendsToPeers(@TempDir Path folder) throws Exception {
    try (OrthancServer other = OrthancServer.orSkip(folder).start();
        OrthancServer sender =
            OrthancServer.orSkip(folder.resolve("sender"))
                .with(
                    "OrthancPeers",
                    "{\"other\": [\"%s/\", \"%s\", \"%s\"]}"
                        .formatted(other.url(), OrthancServer.USER, OrthancServer.PASSWORD))
                .start()) {
      Endpoint from = endpoint(sender);
      from.put(dixel(first));
      handle(from, study, "send", "peer", "other");

      assertThat(endpoint(other).exists(instance)).isTrue();
    }
  }

  @Test
  void queriesAndRetrievesThroughOrthanc(@TempDir Path folder) throws Exception {
    OrthancServer gateway = OrthancServer.orSkip(folder.resolve("gateway"));
    OrthancServer pacs = OrthancServer.orSkip(folder.resolve("pacs"));
    gateway
        .with("DicomAet", "\"GATEWAY\"")
        .with("DicomModalities", modality("pacs", "ORTHANC", pacs.dicomPort()));
    pacs.with("DicomModalities", modality("gateway", "GATEWAY", gateway.dicomPort()));
    try (gateway;
        pacs) {
      gateway.start();
      pacs.start();
      endpoint(pacs).put(whole(study, first, second));
      Endpoint proxy = endpoint(gateway);
      String keys = "StudyInstanceUID=" + first.study();

      JsonArray found = array(handle(proxy, "query", "modality", "pacs", "keys", keys));
      assertThat(found).hasSize(1);
      assertThat(found.getJsonObject(0).getString("PatientID"))
          .isEqualTo(instance.patientId().orElseThrow());

      String series = keys + "&Modality=CT";
      assertThat(retrieve(proxy, "series", series)).isEqualTo(1);
      assertThat(proxy.exists(instance)).isTrue();
      assertThat(retrieve(proxy, "study", "StudyInstanceUID=1")).isZero();
    }
  }

  private static int retrieve(Endpoint proxy, String level, String keys) throws Exception {
    return object(handle(proxy, "retrieve", "modality", "pacs", "level", level, "keys", keys))
        .getInt("Found");
  }

  private static String modality(String name, String title, int port) {
    return "{\"%s\": [\"%s\", \"127.0.0.1\", %d]}".formatted(name, title, port);
  }

  @Test
  void readsWhateverOrthancTells() throws Exception {
    assertThat(object(handle(orthanc, "read", "path", "/system")).getString("Name"))
        .isEqualTo("test");
    for (String path : new String[] {"system", "/a b", "/studies/../system"}) {
      assertThatThrownBy(() -> handle(orthanc, "read", "path", path))
          .as(path)
          .extracting("reason")
          .isEqualTo(Reason.REFUSED);
    }
  }

  @Test
  void tellsStatistics() throws Exception {
    assertThat(object(handle(orthanc, "statistics")).getInt("CountInstances")).isPositive();
  }

  @Test
  void startsOrthancAnew(@TempDir Path folder) throws Exception {
    try (OrthancServer other = OrthancServer.orSkip(folder).start()) {
      Endpoint endpoint = endpoint(other);
      handle(endpoint, "reset");

      long deadline = System.nanoTime() + 20_000_000_000L;
      Thread.sleep(500);
      while (true) {
        try {
          assertThat(endpoint.check()).contains("Orthanc");
          break;
        } catch (EndpointException notYet) {
          assertThat(System.nanoTime()).isLessThan(deadline);
          Thread.sleep(50);
        }
      }
    }
  }

  @Test
  void summarisesWhatWasDrawn() throws Exception {
    String id = orthanc.get(instance, TAGS).reference().key().orElseThrow();
    String drawn =
        """
        {"%s:0": {"ellipticalRoi": {"data": [
            {"handles": {"start": {"x": 10, "y": 20}, "end": {"x": 50, "y": 50}},
             "imageResolution": {"width": 512, "height": 512}}]},
          "length": {"data": [
            {"handles": {"start": {"x": 0, "y": 0}, "end": {"x": 30, "y": 40}}}]}},
         "%s:1": {}}
        """
            .formatted(id, id);
    String study = orthanc.get(this.study, TAGS).reference().key().orElseThrow();
    attach("/studies/" + study + "/attachments/9999", drawn);

    JsonArray shapes = array(handle(orthanc, this.study, "annotations"));

    assertThat(shapes).hasSize(2);
    JsonObject ellipse = shapes.getJsonObject(0);
    double spacing = 0.68359375;
    assertThat(ellipse.getString("Tool")).isEqualTo("ellipticalRoi");
    assertThat(ellipse.getString("SOPInstanceUID")).isEqualTo(first.sopInstance());
    assertThat(ellipse.getString("Unit")).isEqualTo("mm");
    assertThat(ellipse.getJsonNumber("Area").doubleValue())
        .isCloseTo(Math.PI * 20 * 15 * spacing * spacing, within());
    assertThat(ellipse.getInt("Width")).isEqualTo(512);
    JsonObject line = shapes.getJsonObject(1);
    assertThat(line.getJsonNumber("Length").doubleValue()).isCloseTo(50 * spacing, within());
    assertThat(line.containsKey("Area")).isFalse();
    assertThat(array(handle(orthanc, instance, "annotations"))).isEmpty();
  }

  private static org.assertj.core.data.Offset<Double> within() {
    return org.assertj.core.data.Offset.offset(1e-6);
  }

  private static void attach(String path, String body) throws Exception {
    String both = OrthancServer.USER + ":" + OrthancServer.PASSWORD;
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(server.url() + path))
            .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(both.getBytes()))
            .PUT(HttpRequest.BodyPublishers.ofString(body))
            .build();
    HttpResponse<Void> answer =
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.discarding());
    assertThat(answer.statusCode()).isEqualTo(200);
  }

  private DataSet tags(DicomLevel level, JsonObject made) throws Exception {
    return orthanc.get(Reference.key(level, made.getString("ID")), TAGS).tags();
  }

  private static JsonObject object(String json) {
    try (JsonReader reader = Json.createReader(new StringReader(json))) {
      return reader.readObject();
    }
  }

  private static JsonArray array(String json) {
    try (JsonReader reader = Json.createReader(new StringReader(json))) {
      return reader.readArray();
    }
  }
}
