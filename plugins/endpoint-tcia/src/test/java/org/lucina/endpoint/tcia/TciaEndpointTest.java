package org.lucina.endpoint.tcia;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lucina.dicom.Tag;
import org.lucina.dicom.testing.SyntheticObject;
import org.lucina.dicom.testing.SyntheticObjects;
import org.lucina.spi.ConfigSpec;
import org.lucina.spi.dixel.DicomLevel;
import org.lucina.spi.dixel.Dixel;
import org.lucina.spi.dixel.Reference;
import org.lucina.spi.dixel.View;
import org.lucina.spi.endpoint.Endpoint;
import org.lucina.spi.endpoint.EndpointException;
import org.lucina.spi.endpoint.EndpointException.Reason;
import org.lucina.spi.endpoint.Operation;
import org.lucina.spi.query.Query;
import org.lucina.spi.query.UnsupportedQueryException;
import org.lucina.spi.testing.LocalContext;
import org.lucina.spi.testing.ScriptedServer;

class TciaEndpointTest {
  private static final String SERIES =
      "[{\"SeriesInstanceUID\":\"1.2.3.7\",\"StudyInstanceUID\":\"1.2.3\",\"PatientID\":\"P1\","
          + "\"Modality\":\"CT\",\"SeriesDescription\":\"LUNG\",\"SeriesNumber\":7,"
          + "\"ImageCount\":2,\"Collection\":\"4D-Lung\",\"SeriesDate\":\"2026-01-15 00:00:00.0\"}"
          + ",{\"SeriesInstanceUID\":\"1.2.3.8\",\"StudyInstanceUID\":\"1.2.3\","
          + "\"PatientID\":\"P1\",\"Modality\":\"CT\",\"SeriesDescription\":\"BONE\"}]";
  private static final String INSTANCES =
      "[{\"SOPInstanceUID\":\"1.2.3.7.1\"},{\"SOPInstanceUID\":\"1.2.3.7.2\"}]";

  private ScriptedServer peer;

  @BeforeEach
  void start() throws Exception {
    peer = new ScriptedServer();
  }

  @AfterEach
  void stop() {
    peer.close();
  }

  @Test
  void tellsTheCollections() throws Exception {
    String collections = "[{\"Collection\":\"4D-Lung\"},{},{\"Collection\":\"TCGA-BRCA\"}]";
    peer.answers(200, collections).answers(200, collections);
    try (Endpoint tcia = open()) {
      assertThat(tcia.check()).endsWith("has 2 collections");
      assertThat(tcia.handle(Optional.empty(), "collections", ConfigSpec.none().check(Map.of())))
          .isEqualTo("[\"4D-Lung\",\"TCGA-BRCA\"]");
    }
    assertThat(peer.lines().get(0)).isEqualTo("GET /v1/getCollectionValues");
    assertThat(peer.requests().get(0).header("Authorization")).isNull();
  }

  @Test
  void findsPatientsOfACollection() throws Exception {
    peer.answers(
        200,
        "[{\"PatientId\":\"P1\",\"PatientSex\":\"M\",\"Collection\":\"4D-Lung\"},"
            + "{\"PatientId\":\"P2\",\"PatientSex\":\"F\",\"Collection\":\"4D-Lung\"}]");
    try (Endpoint tcia = open()) {
      List<Dixel> found =
          find(tcia, Query.parse(DicomLevel.PATIENT, ".collection=4D Lung&PatientSex=F"));
      assertThat(found).extracting(Dixel::reference).containsExactly(Reference.patient("P2"));
    }
    assertThat(peer.lines()).containsExactly("GET /v1/getPatient?Collection=4D%20Lung");
  }

  @Test
  void findsStudies() throws Exception {
    peer.answers(
        200,
        "[{\"PatientID\":\"P1\",\"StudyInstanceUID\":\"1.2.3\",\"StudyDate\":\"2026-01-15\"},"
            + "{\"PatientID\":\"P1\",\"StudyInstanceUID\":\"1.2.4\",\"StudyDate\":\"2026-03-01\"}]");
    try (Endpoint tcia = open("collection", "4D-Lung")) {
      List<Dixel> found =
          find(tcia, Query.parse(DicomLevel.STUDY, "PatientID=P1&StudyDate=20260201-"));
      assertThat(found).hasSize(1);
      assertThat(found.get(0).reference().studyUid()).contains("1.2.4");
      assertThat(found.get(0).tags().string(Tag.StudyDate)).contains("20260301");
    }
    assertThat(peer.lines())
        .containsExactly("GET /v1/getPatientStudy?Collection=4D-Lung&PatientID=P1");
  }

  @Test
  void ofSeveralValuesOneIsEnough() throws Exception {
    peer.answers(200, SERIES);
    try (Endpoint tcia = open()) {
      String query = "Modality=CT\\MR&StudyInstanceUID=1.2.3";
      assertThat(find(tcia, Query.parse(DicomLevel.SERIES, query))).hasSize(2);
    }
    assertThat(peer.lines()).containsExactly("GET /v1/getSeries?StudyInstanceUID=1.2.3");
  }

  @Test
  void findsSeriesAndTheirInstances() throws Exception {
    peer.answers(200, SERIES);
    try (Endpoint tcia = open()) {
      String query = "Modality=CT&SeriesDescription=L*&StudyInstanceUID=1.2.3";
      assertThat(find(tcia, Query.parse(DicomLevel.SERIES, query))).hasSize(1);

      peer.answers(200, SERIES).answers(200, INSTANCES);
      List<Dixel> instances =
          find(tcia, Query.parse(DicomLevel.INSTANCE, query + "&SOPInstanceUID=1.2.3.7.2"));
      assertThat(instances)
          .extracting(found -> found.reference().toString())
          .containsExactly("study 1.2.3 series 1.2.3.7 instance 1.2.3.7.2");
    }
    assertThat(peer.lines())
        .containsExactly(
            "GET /v1/getSeries?Modality=CT&StudyInstanceUID=1.2.3",
            "GET /v1/getSeries?Modality=CT&StudyInstanceUID=1.2.3",
            "GET /v1/getSOPInstanceUIDs?SeriesInstanceUID=1.2.3.7");
  }

  @Test
  void findsNothingWhereTheAnswerIsEmpty() throws Exception {
    peer.answers(200, "").answers(200, "[]");
    try (Endpoint tcia = open()) {
      assertThat(find(tcia, Query.of(DicomLevel.STUDY).build())).isEmpty();
      assertThat(tcia.exists(Reference.study("1.2.3"))).isFalse();
    }
  }

  @Test
  void handsOutTheFilesOfASeries() throws Exception {
    SyntheticObject object = new SyntheticObjects(12).small(1, 1, 1, 1);
    peer.answers(200, SERIES).answers(200, SERIES).answers(200, INSTANCES);
    peer.answers(200, object.file(), Optional.empty()).answers(404, "");
    try (Endpoint tcia = open()) {
      Dixel series = tcia.get(Reference.series("1.2.3", "1.2.3.7"), Set.of(View.FILE));
      try (Stream<Dixel> parts = series.children()) {
        List<Dixel> instances = parts.toList();
        assertThat(instances).hasSize(2);
        try (InputStream in = instances.get(0).file().orElseThrow().open()) {
          assertThat(in.readAllBytes()).isEqualTo(object.file());
        }
        assertThatThrownBy(() -> instances.get(1).file().orElseThrow().open())
            .hasMessageContaining("answered 404");
      }
    }
    assertThat(peer.lines().get(3))
        .isEqualTo("GET /v1/getSingleImage?SOPInstanceUID=1.2.3.7.1&SeriesInstanceUID=1.2.3.7");
  }

  @Test
  void tellsWhatIsNotThere() throws Exception {
    peer.answers(200, "[]").answers(503, "").answers(200, "<html>");
    try (Endpoint tcia = open("token", "secret")) {
      assertReason(tcia, Reason.NOT_FOUND);
      assertReason(tcia, Reason.UNAVAILABLE);
      assertReason(tcia, Reason.FAILED);
    }
    assertThat(peer.requests().get(0).header("Authorization")).isEqualTo("Bearer secret");
  }

  @Test
  void refusesTermsThatItCannotHonour() throws Exception {
    try (Endpoint tcia = open()) {
      assertThatThrownBy(() -> find(tcia, Query.parse(DicomLevel.STUDY, "Modality=CT")))
          .isInstanceOf(UnsupportedQueryException.class)
          .hasMessageContaining("Modality at this level");
      assertThatThrownBy(() -> find(tcia, Query.parse(DicomLevel.STUDY, "AccessionNumber=1")))
          .isInstanceOf(UnsupportedQueryException.class);
      assertThat(tcia.capabilities().operations())
          .containsExactlyInAnyOrder(Operation.FIND, Operation.GET, Operation.EXISTS);
    }
    assertThat(peer.requests()).isEmpty();
  }

  private static void assertReason(Endpoint tcia, Reason reason) {
    assertThatThrownBy(() -> tcia.get(Reference.study("1.2.3"), Set.of(View.TAGS)))
        .isInstanceOfSatisfying(
            EndpointException.class, e -> assertThat(e.reason()).isEqualTo(reason))
        .hasMessageNotContaining("secret");
  }

  private Endpoint open(String... properties) throws Exception {
    Map<String, String> values = new HashMap<>(Map.of("url", peer.url() + "/v1"));
    for (int i = 0; i < properties.length; i += 2) {
      values.put(properties[i], properties[i + 1]);
    }
    TciaProvider provider = new TciaProvider();
    return provider.create("tcia", provider.configSpec().check(values), new LocalContext());
  }

  private static List<Dixel> find(Endpoint tcia, Query query) throws EndpointException {
    List<Dixel> found = new ArrayList<>();
    tcia.find(query, found::add);
    return found;
  }
}
