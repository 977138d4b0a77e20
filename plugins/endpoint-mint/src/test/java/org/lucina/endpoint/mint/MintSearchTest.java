package org.lucina.endpoint.mint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lucina.endpoint.mint.MintXml.attr;
import static org.lucina.endpoint.mint.MintXml.instance;
import static org.lucina.endpoint.mint.MintXml.results;
import static org.lucina.endpoint.mint.MintXml.series;
import static org.lucina.endpoint.mint.MintXml.study;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.lucina.dicom.Tag;
import org.lucina.spi.dixel.DicomLevel;
import org.lucina.spi.dixel.Dixel;
import org.lucina.spi.query.Query;
import org.lucina.spi.query.UnsupportedQueryException;

/** What the endpoint asks a MINT server, and what it makes of the answers. */
class MintSearchTest extends MintFixture {
  private static final String STUDY_FIELDS =
      "StudyInstanceUID%2CPatientID%2CPatientName%2CStudyDate%2CStudyTime%2CAccessionNumber"
          + "%2CStudyDescription";
  private static final String SERIES_FIELDS =
      STUDY_FIELDS + "%2CSeriesInstanceUID%2CModality%2CSeriesDescription%2CSeriesNumber";

  @Test
  void searchesStudies() throws Exception {
    peer.answers(
        200,
        results(
            study(
                "1.2.3",
                attr("00100010", "PN", "Müller^Jörg"),
                attr("00100020", "LO", "P1"),
                "<attr tag=\"00081030\" vr=\"LO\" />",
                attr("00080061", "CS", "CT\\SR"))));

    List<Dixel> found = find(DicomLevel.STUDY, "PatientName=MÜLLER*&ModalitiesInStudy=CT");

    assertThat(asked())
        .containsExactly(
            "/mint/studies?patientName=M%C3%9CLLER*&modalitiesInStudy=CT&queryLevel=STUDY"
                + "&includeFields="
                + STUDY_FIELDS
                + "%2CModalitiesInStudy");
    assertThat(authorizations())
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
    peer.answers(200, results(study)).answers(200, results(study));

    List<Dixel> series = find(DicomLevel.SERIES, "PatientID=P1&Modality=MR");
    assertThat(asked().get(0))
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
      peer.answers(200, results());
      find(DicomLevel.STUDY, query);
    }
    assertThat(asked().stream().map(path -> path.substring(14, path.indexOf("&query"))))
        .containsExactly(
            "minStudyDate=20260101&maxStudyDate=20260131",
            "minStudyDate=20260101&maxStudyDate=20260101",
            "minStudyDate=20260101&maxStudyDate=99991231",
            "minStudyDate=10000101&maxStudyDate=20260131",
            "patientBirthDate=19700101&patientID=P1");
  }

  @Test
  void asksForEachStudyOfAList() throws Exception {
    peer.answers(200, results(study("1.2.3"))).answers(200, results(study("1.2.4")));

    assertThat(identifiers(find(DicomLevel.STUDY, "StudyInstanceUID=1.2.3\\1.2.4")))
        .containsExactly("1.2.3", "1.2.4");
    assertThat(asked().get(1)).startsWith("/mint/studies?studyInstanceUID=1.2.4&");
  }

  @Test
  void matchesItselfWhatTheServerMatchesLoosely() throws Exception {
    peer.answers(
        200,
        results(
            study("1.2.3", attr("00080050", "SH", "A1")),
            study("1.2.4", attr("00080050", "SH", "A12")),
            study("1.2.5")));

    assertThat(identifiers(find(DicomLevel.STUDY, "AccessionNumber=A?")))
        .containsExactly("1.2.3", "1.2.5");
    assertThat(asked().get(0)).contains("?accessionNumber=A*&");
  }

  @Test
  void givesTheServerTheLimit() throws Exception {
    peer.answers(200, results(study("1.2.3"), study("1.2.4"), study("1.2.5")));

    Query query = Query.of(DicomLevel.STUDY).offset(1).limit(2).build();
    assertThat(identifiers(find(query))).containsExactly("1.2.4", "1.2.5");
    assertThat(asked()).singleElement().asString().endsWith("&limit=3");
  }

  @Test
  void asksAgainWhenTheLimitWasSpentOnWhatDoesNotMatch() throws Exception {
    String one = study("1.2.3", attr("00100020", "LO", "P1"));
    String other = study("1.2.4", attr("00100020", "LO", "p1"));
    String two = study("1.2.5", attr("00100020", "LO", "P1"));
    peer.answers(200, results(one, other)).answers(200, results(one, other, two));

    Query query = Query.of(DicomLevel.STUDY).key(Tag.PatientID, "P1").limit(2).build();
    assertThat(identifiers(find(query))).containsExactly("1.2.3", "1.2.5");
    assertThat(asked()).hasSize(2);
    assertThat(asked().get(1)).doesNotContain("limit");
  }

  @Test
  void manyStudiesStreamBy() throws Exception {
    String filler = attr("00081030", "LO", "x".repeat(1 << 20));
    peer.answers(
        200,
        results(
            IntStream.range(0, 70)
                .mapToObj(number -> study("1.2." + number, filler))
                .toArray(String[]::new)));

    assertThat(find(Query.of(DicomLevel.STUDY).build())).hasSize(70);
  }

  @Test
  void refusesWhatItCannotHonour() {
    assertUnsupported(DicomLevel.STUDY, "PatientSize=1.8", "matching on PatientSize");
    assertUnsupported(DicomLevel.STUDY, "Modality=CT", "matching on Modality at level study");
    assertUnsupported(DicomLevel.PATIENT, "PatientID=P1", "level patient");
    assertUnsupported(DicomLevel.SERIES, "Modality=CT", "without a key that MINT servers search");
    assertUnsupported(DicomLevel.SERIES, "", "without a key that MINT servers search");
    assertThat(asked()).isEmpty();
  }

  private void assertUnsupported(DicomLevel level, String query, String message) {
    assertThatThrownBy(() -> find(level, query))
        .isInstanceOf(UnsupportedQueryException.class)
        .hasMessageContaining(message);
  }
}
