package org.lucina.endpoint.xnat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lucina.dicom.Tag;
import org.lucina.dicom.testing.SyntheticObject;
import org.lucina.dicom.testing.SyntheticObjects;
import org.lucina.spi.ConfigSpec;
import org.lucina.spi.dixel.Content;
import org.lucina.spi.dixel.DicomLevel;
import org.lucina.spi.dixel.Dixel;
import org.lucina.spi.dixel.Reference;
import org.lucina.spi.dixel.View;
import org.lucina.spi.endpoint.Endpoint;
import org.lucina.spi.endpoint.EndpointException;
import org.lucina.spi.endpoint.EndpointException.Reason;
import org.lucina.spi.query.Query;
import org.lucina.spi.query.UnsupportedQueryException;
import org.lucina.spi.testing.LocalContext;
import org.lucina.spi.testing.ScriptedServer;

class XnatEndpointTest {
  private static final String PROJECT = "/data/archive/projects/Lung%201";
  private static final String SESSION = "0123456789ABCDEF";
  private static final String EXPERIMENTS =
      "{\"ResultSet\":{\"Result\":["
          + "{\"ID\":\"X_E1\",\"label\":\"A1\",\"date\":\"2026-01-15\",\"subject_label\":\"P 1\","
          + "\"xsiType\":\"xnat:ctSessionData\",\"xnat:imagesessiondata/uid\":\"1.2.3\"},"
          + "{\"ID\":\"X_E2\",\"label\":\"A2\",\"date\":\"2026-03-01\",\"subject_label\":\"P2\","
          + "\"xsiType\":\"xnat:mrSessionData\",\"xnat:imagesessiondata/uid\":\"1.2.4\"}],"
          + "\"totalRecords\":\"2\"}}";
  private static final String SCANS =
      "{\"ResultSet\":{\"Result\":[{\"ID\":\"7\",\"series_description\":\"LUNG\","
          + "\"xsiType\":\"xnat:ctScanData\",\"UID\":\"1.2.3.7\"},"
          + "{\"ID\":\"8\",\"series_description\":\"BONE\",\"xsiType\":\"xnat:ctScanData\"}]}}";

  private final SyntheticObject object = new SyntheticObjects(11).small(1, 1, 1, 1);
  private ScriptedServer peer;
  private Endpoint xnat;

  @BeforeEach
  void start() throws Exception {
    peer = new ScriptedServer();
    XnatProvider provider = new XnatProvider();
    Map<String, String> values =
        Map.of("url", peer.url(), "user", "u", "password", "secret", "project", "Lung 1");
    xnat = provider.create("xnat", provider.configSpec().check(values), new LocalContext());
    peer.answers(200, SESSION);
  }

  @AfterEach
  void stop() {
    xnat.close();
    peer.close();
  }

  @Test
  void logsInOnceAndOutAtTheEnd() throws Exception {
    peer.answers(200, "{}").answers(200, "{}").answers(200, "");
    assertThat(xnat.check()).contains("project Lung 1");
    xnat.check();
    xnat.close();

    assertThat(peer.lines())
        .containsExactly(
            "POST /data/JSESSION",
            "GET " + PROJECT + "?format=json",
            "GET " + PROJECT + "?format=json",
            "DELETE /data/JSESSION");
    assertThat(peer.requests().get(0).header("Authorization")).isEqualTo("Basic dTpzZWNyZXQ=");
    assertThat(peer.requests().get(1).header("Cookie")).isEqualTo("JSESSIONID=" + SESSION);
    assertThat(peer.requests().get(1).header("Authorization")).isNull();
  }

  @Test
  void logsInAgainWhenItsSessionHasEnded() throws Exception {
    peer.answers(401, "").answers(200, "FEDCBA9876543210").answers(200, "{}");
    xnat.check();

    assertThat(peer.requests().get(3).header("Cookie")).isEqualTo("JSESSIONID=FEDCBA9876543210");
  }

  @Test
  void aWrongPasswordIsRefused() throws Exception {
    ScriptedServer refusing = new ScriptedServer().answers(401, "");
    XnatProvider provider = new XnatProvider();
    Map<String, String> values =
        Map.of("url", refusing.url(), "user", "u", "password", "secret", "project", "p");
    try (refusing;
        Endpoint other =
            provider.create("x", provider.configSpec().check(values), new LocalContext())) {
      assertThatThrownBy(other::check)
          .isInstanceOfSatisfying(
              EndpointException.class, e -> assertThat(e.reason()).isEqualTo(Reason.REFUSED))
          .hasMessageNotContaining("secret");
    }
  }

  @Test
  void makesSubjectExperimentAndScanAndPutsTheFile() throws Exception {
    object
        .dataSet()
        .set(Tag.PatientID, "P 1")
        .set(Tag.PatientSex, "F")
        .set(Tag.AccessionNumber, "A1")
        .set(Tag.Modality, "CT")
        .set(Tag.StudyDate, "20260115")
        .set(Tag.SeriesDescription, "LUNG 1mm");
    peer.answers(404, "").answers(201, "").answers(404, "").answers(201, "");
    peer.answers(404, "").answers(200, "").answers(200, "");
    Reference put = xnat.put(dixel());

    List<String> lines = peer.lines();
    assertThat(lines.get(1))
        .startsWith("GET " + PROJECT)
        .matches(".*/subjects/P_1_[0-9a-f]{8}\\?format=json");
    assertThat(lines.get(2)).startsWith("PUT ").endsWith("?gender=female");
    assertThat(lines.get(4))
        .endsWith(
            "/experiments/A1?xsiType=xnat%3ActSessionData&xnat:ctSessionData/UID="
                + object.study()
                + "&xnat:ctSessionData/date=2026-01-15");
    String scan = "/scans/" + object.series().replace('.', '_');
    assertThat(lines.get(6))
        .endsWith(
            scan
                + "?xsiType=xnat%3ActScanData&xnat:ctScanData/UID="
                + object.series()
                + "&xnat:ctScanData/series_description=LUNG%201mm");
    assertThat(lines.get(7))
        .endsWith(
            scan
                + "/resources/DICOM/files/"
                + object.sopInstance()
                + ".dcm?inbody=true&overwrite=true&format=DICOM&content=RAW");
    assertThat(peer.requests().get(7).header("Content-Type")).isEqualTo("application/dicom");
    assertThat(peer.requests().get(7).body().getBytes(StandardCharsets.ISO_8859_1))
        .isEqualTo(object.file());
    assertThat(lines.get(7)).contains(put.key().orElseThrow());
  }

  @Test
  void aStudyDoesNotGoIntoTheExperimentOfAnotherWithItsAccessionNumber() throws Exception {
    object.dataSet().set(Tag.AccessionNumber, "A1").set(Tag.Modality, "CT");
    String other = "{\"items\":[{\"data_fields\":{\"label\":\"A1\",\"UID\":\"1.2.3\"}}]}";
    peer.answers(200, "{}").answers(200, other).answers(404, "").answers(201, "");
    peer.answers(404, "").answers(201, "").answers(200, "");
    Reference put = xnat.put(dixel());

    assertThat(put.key().orElseThrow()).matches(".*/experiments/A1_[0-9a-f]{8}/scans/.*");
  }

  @Test
  void whatIsThereAlreadyIsNotMadeAgain() throws Exception {
    peer.answers(200, "{}").answers(200, "{}").answers(200, "{}").answers(200, "");
    xnat.put(dixel());

    assertThat(peer.lines()).filteredOn(line -> line.startsWith("PUT ")).hasSize(1);
  }

  @Test
  void findsExperiments() throws Exception {
    peer.answers(200, EXPERIMENTS);
    List<Dixel> found = find(Query.parse(DicomLevel.STUDY, "StudyDate=20260201-&PatientID=P*"));

    assertThat(found).hasSize(1);
    assertThat(found.get(0).reference().studyUid()).contains("1.2.4");
    assertThat(found.get(0).reference().key()).contains("subjects/P2/experiments/A2");
    assertThat(found.get(0).tags().string(Tag.Modality)).contains("MR");
    assertThat(peer.lines().get(1))
        .isEqualTo(
            "GET "
                + PROJECT
                + "/experiments?format=json&xsiType=xnat%3AimageSessionData&columns=ID%2Clabel%2C"
                + "date%2CxsiType%2Csubject_label%2Cxnat%3AimageSessionData%2FUID");
  }

  @Test
  void findsSubjectsAndScans() throws Exception {
    peer.answers(
        200,
        "{\"ResultSet\":{\"Result\":[{\"ID\":\"X_S1\",\"label\":\"P1\",\"gender\":\"male\"}]}}");
    assertThat(find(Query.parse(DicomLevel.PATIENT, "PatientSex=M"))).hasSize(1);

    peer.answers(200, EXPERIMENTS).answers(200, SCANS);
    List<Dixel> scans = find(Query.parse(DicomLevel.SERIES, "StudyInstanceUID=1.2.3"));
    assertThat(scans)
        .extracting(found -> found.reference().key().orElseThrow())
        .containsExactly(
            "subjects/P%201/experiments/A1/scans/7", "subjects/P%201/experiments/A1/scans/8");
    assertThat(peer.lines()).hasSize(4);
  }

  @Test
  void refusesTermsThatItCannotHonour() {
    assertThatThrownBy(() -> find(Query.parse(DicomLevel.STUDY, "PatientName=A*")))
        .isInstanceOf(UnsupportedQueryException.class);
    assertThatThrownBy(() -> find(Query.parse(DicomLevel.PATIENT, "StudyDate=20260101")))
        .isInstanceOf(UnsupportedQueryException.class)
        .hasMessageContaining("StudyDate at this level");
    assertThatThrownBy(() -> find(Query.of(DicomLevel.INSTANCE).build()))
        .isInstanceOf(UnsupportedQueryException.class);
  }

  @Test
  void handsOutTheFilesOfAStudy() throws Exception {
    String files = "{\"ResultSet\":{\"Result\":[{\"Name\":\"a b.dcm\",\"Size\":\"9\"}]}}";
    String none = "{\"ResultSet\":{\"Result\":[]}}";
    peer.answers(200, EXPERIMENTS).answers(200, "{}").answers(200, SCANS);
    peer.answers(200, files).answers(200, object.file(), Optional.empty()).answers(200, none);
    List<byte[]> received = new ArrayList<>();
    try (Stream<Dixel> series = xnat.get(Reference.study("1.2.3"), Set.of(View.FILE)).children()) {
      for (Dixel each : series.toList()) {
        try (Stream<Dixel> instances = each.children()) {
          for (Dixel instance : instances.toList()) {
            try (InputStream in = instance.file().orElseThrow().open()) {
              received.add(in.readAllBytes());
            }
          }
        }
      }
    }

    assertThat(received).containsExactly(object.file());
    assertThat(peer.lines().get(5))
        .isEqualTo(
            "GET "
                + PROJECT
                + "/subjects/P%201/experiments/A1/scans/7/resources/DICOM/files/a%20b.dcm");
  }

  @Test
  void deletesWithTheFiles() throws Exception {
    peer.answers(200, "").answers(404, "");
    xnat.delete(Reference.patient("P1"));
    xnat.delete(Reference.key(DicomLevel.SERIES, "subjects/P1/experiments/A1/scans/7"));

    assertThat(peer.lines())
        .containsExactly(
            "POST /data/JSESSION",
            "DELETE " + PROJECT + "/subjects/P1?removeFiles=true",
            "DELETE " + PROJECT + "/subjects/P1/experiments/A1/scans/7?removeFiles=true");
  }

  @Test
  void renamesSubjects() throws Exception {
    peer.answers(200, "");
    ConfigSpec spec = xnat.capabilities().methods().get(0).arguments();
    Optional<Reference> patient = Optional.of(Reference.patient("P1"));
    xnat.handle(patient, "rename-subject", spec.check(Map.of("label", "S01")));

    assertThat(peer.lines().get(1)).isEqualTo("PUT " + PROJECT + "/subjects/P1?label=S01");
    assertThatThrownBy(
            () -> xnat.handle(patient, "rename-subject", spec.check(Map.of("label", "../x"))))
        .hasMessageContaining("a label is made of");
  }

  @Test
  void keysDoNotLeadElsewhere() {
    for (String key : List.of("subjects/../../users", "subjects/..", "subjects/%2E%2E", "x/X")) {
      assertThatThrownBy(() -> xnat.exists(Reference.key(DicomLevel.PATIENT, key)))
          .isInstanceOf(EndpointException.class)
          .hasMessageContaining("no place");
    }
  }

  private Dixel dixel() {
    byte[] bytes = object.file();
    return Dixel.of(Reference.instance(object.study(), object.series(), object.sopInstance()))
        .file(Content.of(OptionalLong.of(bytes.length), () -> new ByteArrayInputStream(bytes)))
        .build();
  }

  private List<Dixel> find(Query query) throws EndpointException {
    List<Dixel> found = new ArrayList<>();
    xnat.find(query, found::add);
    return found;
  }
}
