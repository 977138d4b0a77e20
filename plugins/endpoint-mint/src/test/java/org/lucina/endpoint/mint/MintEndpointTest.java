package org.lucina.endpoint.mint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lucina.dicom.Tag;
import org.lucina.dicom.testing.SyntheticObject;
import org.lucina.dicom.testing.SyntheticObjects;
import org.lucina.spi.ProviderException;
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

/** What the endpoint asks a MINT server, and what it makes of the answers. */
class MintEndpointTest {
  private static final String STUDY_FIELDS =
      "StudyInstanceUID%2CPatientID%2CPatientName%2CStudyDate%2CStudyTime%2CAccessionNumber"
          + "%2CStudyDescription";
  private static final String SERIES_FIELDS =
      STUDY_FIELDS + "%2CSeriesInstanceUID%2CModality%2CSeriesDescription%2CSeriesNumber";

  private MintPeer peer;
  private LocalContext context;
  private Endpoint endpoint;

  @BeforeEach
  void begin() throws Exception {
    peer = new MintPeer();
    context = new LocalContext();
    endpoint = open("user", "jan", "password", "geheim", "wado-url", peer.url() + "/wado");
  }

  @AfterEach
  void close() {
    endpoint.close();
    context.close();
    peer.close();
  }

  private Endpoint open(String... properties) throws Exception {
    Map<String, String> given = new HashMap<>(Map.of("url", peer.url() + "/mint"));
    for (int i = 0; i < properties.length; i += 2) {
      given.put(properties[i], properties[i + 1]);
    }
    MintEndpointProvider provider = new MintEndpointProvider();
    return provider.create("test", provider.configSpec().check(given), context);
  }

  private List<Dixel> find(DicomLevel level, String query) throws EndpointException {
    return find(Query.parse(level, query));
  }

  private List<Dixel> find(Query query) throws EndpointException {
    List<Dixel> found = new ArrayList<>();
    endpoint.find(query, found::add);
    return found;
  }

  private static List<String> identifiers(List<Dixel> dixels) {
    return dixels.stream().map(dixel -> dixel.reference().identifier().orElseThrow()).toList();
  }

  private static String results(String... studies) {
    return "<?xml version='1.0' encoding='UTF-8'?><studySearchResults"
        + " xmlns=\"http://medical.nema.org/mint\" queryLevel=\"STUDY\">"
        + String.join("", studies)
        + "</studySearchResults>";
  }

  private static String study(String uid, String... inside) {
    return "<study studyUUID=\"uuid-"
        + uid
        + "\" version=\"3\" lastModified=\"2026-03-09T06:42:04.825Z\">"
        + String.join("", inside)
        + attr("0020000d", "UI", uid)
        + "</study>";
  }

  private static String series(String uid, String... inside) {
    return "<series>" + String.join("", inside) + attr("0020000e", "UI", uid) + "</series>";
  }

  private static String instance(String uid) {
    return "<instance>"
        + attr("00080018", "UI", uid)
        + attr("00020010", "UI", "1.2.840.10008.1.2.4.70")
        + "</instance>";
  }

  private static String attr(String tag, String vr, String value) {
    return "<attr tag=\"" + tag + "\" vr=\"" + vr + "\" val=\"" + value + "\" />";
  }

  @Test
  void searchesStudies() throws Exception {
    peer.answers(
        results(
            study(
                "1.2.3",
                attr("00100010", "PN", "Müller^Jörg"),
                attr("00100020", "LO", "P1"),
                "<attr tag=\"00081030\" vr=\"LO\" />",
                attr("00080061", "CS", "CT\\SR"))));

    List<Dixel> found = find(DicomLevel.STUDY, "PatientName=MÜLLER*&ModalitiesInStudy=CT");

    assertThat(peer.asked)
        .containsExactly(
            "/mint/studies?patientName=M%C3%9CLLER*&modalitiesInStudy=CT&queryLevel=STUDY"
                + "&includeFields="
                + STUDY_FIELDS
                + "%2CModalitiesInStudy");
    assertThat(peer.authorizations)
        .containsExactly(
            Optional.of(
                "Basic "
                    + Base64.getEncoder()
                        .encodeToString("jan:geheim".getBytes(StandardCharsets.UTF_8))));
    assertThat(identifiers(found)).containsExactly("1.2.3");
    Dixel study = found.get(0);
    assertThat(study.tags().string(Tag.PatientName)).contains("Müller^Jörg");
    assertThat(study.tags().strings(Tag.ModalitiesInStudy)).containsExactly("CT", "SR");
    assertThat(study.tags().contains(Tag.StudyDescription)).isTrue();
    assertThat(study.reference().patientId()).contains("P1");
    assertThat(study.metadata())
        .containsEntry("studyUUID", "uuid-1.2.3")
        .containsEntry("version", "3")
        .containsEntry("lastModified", "2026-03-09T06:42:04.825Z");
  }

  @Test
  void searchesSeriesAndInstances() throws Exception {
    String study =
        study(
            "1.2.3",
            series("1.2.3.1", attr("00080060", "CS", "CT"), instance("1.2.3.1.1")),
            series(
                "1.2.3.2",
                instance("1.2.3.2.1"),
                instance("1.2.3.2.2"),
                attr("00080060", "CS", "MR")),
            attr("00100020", "LO", "P1"));
    peer.answers(results(study)).answers(results(study));

    List<Dixel> series = find(DicomLevel.SERIES, "PatientID=P1&Modality=MR");
    assertThat(peer.asked.get(0))
        .isEqualTo("/mint/studies?patientID=P1&queryLevel=SERIES&includeFields=" + SERIES_FIELDS);
    assertThat(series.stream().map(Dixel::reference).toList())
        .singleElement()
        .satisfies(
            reference -> {
              assertThat(reference.seriesUid()).contains("1.2.3.2");
              assertThat(reference.studyUid()).contains("1.2.3");
              assertThat(reference.patientId()).contains("P1");
            });

    List<Dixel> instances =
        find(DicomLevel.INSTANCE, "StudyInstanceUID=1.2.3&SeriesInstanceUID=1.2.3.2");
    assertThat(identifiers(instances)).containsExactly("1.2.3.2.1", "1.2.3.2.2");
    assertThat(instances.get(0).tags().string(Tag.Modality)).contains("MR");
    assertThat(instances.get(0).tags().string(Tag.AvailableTransferSyntaxUID))
        .contains("1.2.840.10008.1.2.4.70");
  }

  @Test
  void writesDatesAsBothEndsOfARange() throws Exception {
    for (String query :
        List.of(
            "StudyDate=20260101-20260131",
            "StudyDate=20260101",
            "StudyDate=20260101-",
            "StudyDate=-20260131",
            "PatientBirthDate=19700101&PatientID=P1")) {
      peer.answers(results());
      find(DicomLevel.STUDY, query);
    }
    assertThat(peer.asked.stream().map(path -> path.substring(14, path.indexOf("&query"))))
        .containsExactly(
            "minStudyDate=20260101&maxStudyDate=20260131",
            "minStudyDate=20260101&maxStudyDate=20260101",
            "minStudyDate=20260101&maxStudyDate=99991231",
            "minStudyDate=10000101&maxStudyDate=20260131",
            "patientBirthDate=19700101&patientID=P1");
  }

  @Test
  void asksForEachStudyOfAList() throws Exception {
    peer.answers(results(study("1.2.3"))).answers(results(study("1.2.4")));

    assertThat(identifiers(find(DicomLevel.STUDY, "StudyInstanceUID=1.2.3\\1.2.4")))
        .containsExactly("1.2.3", "1.2.4");
    assertThat(peer.asked.get(1)).startsWith("/mint/studies?studyInstanceUID=1.2.4&");
  }

  @Test
  void matchesItselfWhatTheServerMatchesLoosely() throws Exception {
    peer.answers(
        results(
            study("1.2.3", attr("00080050", "SH", "A1")),
            study("1.2.4", attr("00080050", "SH", "A12")),
            study("1.2.5")));

    assertThat(identifiers(find(DicomLevel.STUDY, "AccessionNumber=A?")))
        .containsExactly("1.2.3", "1.2.5");
    assertThat(peer.asked.get(0)).contains("?accessionNumber=A*&");
  }

  @Test
  void givesTheServerTheLimit() throws Exception {
    peer.answers(results(study("1.2.3"), study("1.2.4"), study("1.2.5")));

    Query query = Query.of(DicomLevel.STUDY).offset(1).limit(2).build();
    assertThat(identifiers(find(query))).containsExactly("1.2.4", "1.2.5");
    assertThat(peer.asked).singleElement().asString().endsWith("&limit=3");
  }

  @Test
  void asksAgainWhenTheLimitWasSpentOnWhatDoesNotMatch() throws Exception {
    String one = study("1.2.3", attr("00100020", "LO", "P1"));
    String other = study("1.2.4", attr("00100020", "LO", "p1"));
    String two = study("1.2.5", attr("00100020", "LO", "P1"));
    peer.answers(results(one, other)).answers(results(one, other, two));

    Query query = Query.of(DicomLevel.STUDY).key(Tag.PatientID, "P1").limit(2).build();
    assertThat(identifiers(find(query))).containsExactly("1.2.3", "1.2.5");
    assertThat(peer.asked).hasSize(2);
    assertThat(peer.asked.get(1)).doesNotContain("limit");
  }

  @Test
  void refusesWhatItCannotHonour() {
    assertUnsupported(DicomLevel.STUDY, "PatientSize=1.8", "matching on PatientSize");
    assertUnsupported(DicomLevel.STUDY, "Modality=CT", "matching on Modality at level study");
    assertUnsupported(DicomLevel.PATIENT, "PatientID=P1", "level patient");
    assertUnsupported(DicomLevel.SERIES, "Modality=CT", "without a key that MINT servers search");
    assertUnsupported(DicomLevel.SERIES, "", "without a key that MINT servers search");
    assertThat(peer.asked).isEmpty();
  }

  private void assertUnsupported(DicomLevel level, String query, String message) {
    assertThatThrownBy(() -> find(level, query))
        .isInstanceOf(UnsupportedQueryException.class)
        .hasMessageContaining(message);
  }

  @Test
  void handsOutObjectsByWado() throws Exception {
    SyntheticObject object = new SyntheticObjects(3).small(1, 1, 1, 1);
    String tree =
        results(study(object.study(), series(object.series(), instance(object.sopInstance()))));
    peer.answers(tree)
        .answers(200, "application/dicom", object.file())
        .answers(tree)
        .answers(200, "text/html", "log in".getBytes(StandardCharsets.UTF_8));

    Dixel study = endpoint.get(Reference.study(object.study()), Set.of(View.FILE));
    Dixel series = study.children().toList().get(0);
    Dixel instance = series.children().toList().get(0);
    assertThat(read(instance)).isEqualTo(object.file());
    assertThat(peer.asked.get(1))
        .isEqualTo(
            "/wado?requestType=WADO&studyUID="
                + object.study()
                + "&seriesUID="
                + object.series()
                + "&objectUID="
                + object.sopInstance()
                + "&contentType=application%2Fdicom");
    assertThat(peer.authorizations.get(1)).isPresent();

    Dixel again =
        endpoint.get(
            Reference.instance(object.study(), object.series(), object.sopInstance()),
            Set.of(View.FILE));
    assertThatThrownBy(() -> read(again))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("answered no DICOM object but text/html");
  }

  @Test
  void asksForATransferSyntax() throws Exception {
    endpoint.close();
    endpoint = open("wado-url", peer.url() + "/wado", "wado-transfer-syntax", "JPEG2000Lossless");
    peer.answers(results(study("1.2", series("1.2.3", instance("1.2.3.4")))))
        .answers(200, "application/dicom", new byte[] {1});

    read(endpoint.get(Reference.instance("1.2", "1.2.3", "1.2.3.4"), Set.of(View.FILE)));
    assertThat(peer.asked.get(1)).endsWith("&transferSyntax=1.2.840.10008.1.2.4.90");
    assertThat(peer.authorizations.get(1)).isEmpty();
  }

  private static byte[] read(Dixel instance) throws IOException {
    try (InputStream in = instance.file().orElseThrow().open()) {
      return in.readAllBytes();
    }
  }

  @Test
  void saysWhatThereIs() throws Exception {
    String tree = results(study("1.2", series("1.2.3", instance("1.2.3.4"))));
    peer.answers(tree).answers(tree).answers(results()).answers(results());

    assertThat(endpoint.exists(Reference.series("1.2", "1.2.3"))).isTrue();
    assertThat(endpoint.exists(Reference.series("1.2", "1.2.4"))).isFalse();
    assertThat(endpoint.exists(Reference.study("1.3"))).isFalse();
    assertThat(failure(() -> endpoint.get(Reference.study("1.3"), Set.of())).reason())
        .isEqualTo(Reason.NOT_FOUND);
  }

  @Test
  void withoutWadoThereAreNoFiles() throws Exception {
    endpoint.close();
    endpoint = open();

    assertThat(endpoint.capabilities().views()).doesNotContain(View.FILE);
    assertThat(failure(() -> endpoint.get(Reference.study("1.2"), Set.of(View.FILE))).reason())
        .isEqualTo(Reason.UNSUPPORTED);
  }

  @Test
  void isChecked() throws Exception {
    peer.answers(results(study("1.2.3"))).answers(results());

    assertThat(endpoint.check()).isEqualTo(peer.url() + "/mint answers MINT searches");
    assertThat(peer.asked.get(0)).endsWith("&limit=1");
    assertThat(endpoint.check()).contains("has no studies");
  }

  private static EndpointException failure(ThrowingCallable call) {
    EndpointException e = catchThrowableOfType(EndpointException.class, call);
    assertThat(e).isNotNull();
    return e;
  }

  @Test
  void faultsOfTheServerHaveReasons() throws Exception {
    byte[] page = "<html><body>Request failed</body></html>".getBytes(StandardCharsets.UTF_8);
    peer.answers(500, "text/html", page)
        .answers(401, "text/html", page)
        .answers(503, "text/html", page)
        .answers(200, "text/html", page)
        .answers(200, "text/xml", "<studySearchResults".getBytes(StandardCharsets.UTF_8))
        .answers(results("<study><attr tag=\"nonsense\" vr=\"UI\" val=\"1\"/></study>"))
        .answers(results("<study><attr tag=\"00100020\" vr=\"LO\" val=\"P1\"/></study>"));

    for (Reason reason :
        List.of(
            Reason.FAILED,
            Reason.REFUSED,
            Reason.UNAVAILABLE,
            Reason.FAILED,
            Reason.FAILED,
            Reason.FAILED,
            Reason.FAILED)) {
      assertThat(failure(() -> find(DicomLevel.STUDY, "")).reason()).isEqualTo(reason);
    }
    peer.close();
    assertThat(failure(() -> find(DicomLevel.STUDY, "")).reason()).isEqualTo(Reason.UNAVAILABLE);
  }

  @Test
  void documentTypesAreNotObeyed() throws Exception {
    peer.answers(
        "<!DOCTYPE studySearchResults [<!ENTITY secret SYSTEM \"file:///etc/hostname\">]>"
            + "<studySearchResults xmlns=\"http://medical.nema.org/mint\"><study>&secret;"
            + attr("0020000d", "UI", "1.2")
            + attr("00081030", "LO", "&secret;")
            + "</study></studySearchResults>");

    assertThat(failure(() -> find(DicomLevel.STUDY, "")).reason()).isEqualTo(Reason.FAILED);
  }

  @Test
  void aStudyWithoutEndIsNone() throws Exception {
    String filler = attr("00081030", "LO", "x".repeat(1 << 20));
    peer.answers(
        results(
            study(
                "1.2",
                IntStream.range(0, 70).mapToObj(i -> filler).collect(Collectors.joining()))));

    assertThat(failure(() -> find(DicomLevel.STUDY, "")))
        .hasMessageContaining("more than 67108864 bytes");
  }

  @Test
  void manyStudiesStreamBy() throws Exception {
    String filler = attr("00081030", "LO", "x".repeat(1 << 20));
    peer.answers(
        results(
            IntStream.range(0, 70)
                .mapToObj(number -> study("1.2." + number, filler))
                .toArray(String[]::new)));

    assertThat(find(Query.of(DicomLevel.STUDY).build())).hasSize(70);
  }

  @Test
  void wrongPropertiesAreNamed() {
    assertThatThrownBy(() -> open("wado-url", "ftp://host/wado"))
        .isInstanceOf(ProviderException.class)
        .hasMessageContaining("wado-url");
    assertThatThrownBy(() -> open("wado-transfer-syntax", "1.2.3"))
        .isInstanceOf(ProviderException.class)
        .hasMessageContaining("'1.2.3' is no transfer syntax");
  }
}
