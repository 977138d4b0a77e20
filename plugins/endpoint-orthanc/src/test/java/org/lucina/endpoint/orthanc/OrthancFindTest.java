package org.lucina.endpoint.orthanc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lucina.endpoint.orthanc.OrthancFixture.dixel;
import static org.lucina.endpoint.orthanc.OrthancFixture.endpoint;
import static org.lucina.endpoint.orthanc.OrthancFixture.find;
import static org.lucina.endpoint.orthanc.OrthancFixture.identifiers;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Tag;
import org.lucina.dicom.VR;
import org.lucina.dicom.testing.OrthancServer;
import org.lucina.dicom.testing.SyntheticObject;
import org.lucina.dicom.testing.SyntheticObjects;
import org.lucina.spi.dixel.DicomLevel;
import org.lucina.spi.dixel.Dixel;
import org.lucina.spi.dixel.Reference;
import org.lucina.spi.endpoint.Endpoint;
import org.lucina.spi.query.Query;
import org.lucina.spi.query.UnsupportedQueryException;

/** Finds in a real Orthanc what a query matches, and nothing else. */
class OrthancFindTest {
  @TempDir private static Path temp;
  private static OrthancServer server;
  private static Endpoint orthanc;
  private static final List<SyntheticObject> ALL = new ArrayList<>();

  @BeforeAll
  static void fill() throws Exception {
    server = OrthancServer.orSkip(temp).start();
    orthanc = endpoint(server, "page-size", "3");
    SyntheticObjects objects = new SyntheticObjects(3);
    add(objects.small(1, 1, 1, 1), "DOE^JOHN", "P1", "20260101", "100000", "CT", "A1", 7);
    add(objects.small(1, 1, 2, 1), "DOE^JOHN", "P1", "20260101", "100000", "SR", "A1", 8);
    add(objects.small(1, 2, 3, 1), "DOE^JOHN", "P1", "20260215", "235959.5", "MR", "A2", 7);
    add(objects.small(2, 3, 4, 1), "Doe^Jane^^Dr", "P2", "20260301", "0830", "CT", "A3", 9);
    add(objects.small(2, 3, 4, 2), "Doe^Jane^^Dr", "P2", "20260301", "0830", "CT", "A3", 9);
    add(objects.small(3, 4, 5, 1), "Yamada^Tarou=山田^太郎", "P*", "20250101", "", "US", "", 10);
    add(objects.small(4, 5, 6, 1), "MÜLLER^ANNA", "P5", "20240630", "1200", "OT", "b?", 11);
    for (SyntheticObject object : ALL) {
      orthanc.put(dixel(object));
    }
  }

  private static void add(
      SyntheticObject object,
      String name,
      String id,
      String date,
      String time,
      String modality,
      String accession,
      int number) {
    object
        .dataSet()
        .set(Tag.SpecificCharacterSet, "ISO_IR 192")
        .set(Tag.PatientName, name)
        .set(Tag.PatientID, id)
        .set(Tag.StudyDate, date)
        .set(Tag.StudyTime, time)
        .set(Tag.Modality, modality)
        .set(Tag.AccessionNumber, accession)
        .set(Tag.SeriesNumber, VR.IS, number)
        .set(Tag.ImageType, "DERIVED", "SECONDARY", modality)
        .set(
            Tag.RequestAttributesSequence,
            List.of(new DataSet().set(Tag.ScheduledProcedureStepID, "STEP" + number)));
    ALL.add(object);
  }

  @AfterAll
  static void stop() throws IOException {
    if (server != null) {
      server.close();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "PatientName=DOE^JOHN",
        "PatientName=doe*",
        "PatientName=doe^j?hn",
        "PatientName=DOE^JANE",
        "PatientName=Doe^Jane^^Dr^",
        "PatientName=山田*",
        "PatientName=*^Tarou",
        "PatientName=müller*",
        "PatientID=P1",
        "PatientID=p1",
        "PatientID=P?",
        "AccessionNumber=A1",
        "AccessionNumber=A*",
        "AccessionNumber=\"\"",
        "AccessionNumber=A1\\A3",
        "AccessionNumber=B*",
        "StudyDate=20260101",
        "StudyDate=20260101-20260228",
        "StudyDate=-20251231",
        "StudyDate=20260301-",
        "StudyDate=2026",
        "StudyTime=0800-1000",
        "StudyTime=100000",
        "StudyTime=2359",
        "StudyDate=20260101-&StudyTime=-12",
        "Modality=CT",
        "Modality=CT\\MR",
        "Modality=?R",
        "SeriesNumber=7",
        "SeriesNumber=07",
        "SeriesNumber=9.0",
        "SeriesInstanceUID=",
        "ImageType=SECONDARY",
        "ImageType=US",
        "ImageType=C*",
        "Rows=100",
        "Rows=101",
        "RequestAttributesSequence.ScheduledProcedureStepID=STEP7",
        "RequestAttributesSequence.ScheduledProcedureStepID=STEP1*",
        "Modality=CT&SeriesNumber=8",
        "PatientName=DOE*&Modality=CT&StudyDate=20260301",
        "SOPClassUID=1.2.840.10008.5.1.4.1.1.7",
        "InstanceNumber=2",
        ""
      })
  void findsAtEachLevelWhatMatches(String query) throws Exception {
    for (DicomLevel level : DicomLevel.values()) {
      assertThat(identifiers(orthanc, level, query))
          .as("%s %s", level, query)
          .isEqualTo(expected(level, query));
    }
  }

  /** What has an object that matches. */
  private static List<String> expected(DicomLevel level, String text) {
    Query query = Query.parse(level, text);
    return ALL.stream()
        .filter(object -> query.matches(object.dataSet()))
        .map(object -> Reference.of(level, object.dataSet()).orElseThrow())
        .map(reference -> reference.identifier().orElseThrow())
        .distinct()
        .sorted()
        .toList();
  }

  @Test
  void findsByListsOfUids() throws Exception {
    String uids = ALL.get(0).study() + "\\" + ALL.get(3).study() + "\\1.2.3";

    assertThat(identifiers(orthanc, DicomLevel.STUDY, "StudyInstanceUID=" + uids)).hasSize(2);
    assertThat(identifiers(orthanc, DicomLevel.INSTANCE, "StudyInstanceUID=" + uids)).hasSize(4);
  }

  @Test
  void findsStudiesByTheirModalitiesAndCounts() throws Exception {
    assertThat(identifiers(orthanc, DicomLevel.STUDY, "ModalitiesInStudy=SR"))
        .containsExactly(ALL.get(0).study());
    assertThat(identifiers(orthanc, DicomLevel.STUDY, "NumberOfStudyRelatedInstances=2"))
        .containsExactlyInAnyOrder(ALL.get(0).study(), ALL.get(3).study());
    assertThat(identifiers(orthanc, DicomLevel.PATIENT, "NumberOfPatientRelatedStudies=2"))
        .containsExactly("P1");
    assertThat(identifiers(orthanc, DicomLevel.SERIES, "ModalitiesInStudy=SR")).hasSize(2);
  }

  @Test
  void returnsTheAttributesOfTheLevelAndThoseAskedFor() throws Exception {
    Query query =
        Query.of(DicomLevel.STUDY)
            .key(Tag.StudyInstanceUID, ALL.get(0).study())
            .key(Tag.ModalitiesInStudy, "")
            .include(Tag.NumberOfStudyRelatedSeries)
            .include(Tag.Manufacturer)
            .include(Tag.BitsAllocated)
            .build();

    DataSet tags = find(orthanc, query).get(0).tags();

    assertThat(tags.string(Tag.PatientName)).contains("DOE^JOHN");
    assertThat(tags.string(Tag.PatientID)).contains("P1");
    assertThat(tags.string(Tag.StudyDate)).contains("20260101");
    assertThat(tags.strings(Tag.ModalitiesInStudy)).containsExactly("CT", "SR");
    assertThat(tags.integer(Tag.NumberOfStudyRelatedSeries)).hasValue(2);
    assertThat(tags.string(Tag.Manufacturer)).isPresent();
    assertThat(tags.integer(Tag.BitsAllocated)).hasValue(16);
    assertThat(tags.contains(Tag.Rows)).isFalse();
  }

  @Test
  void namesWhatItFindsAsOrthancDoes() throws Exception {
    Dixel found = find(orthanc, Query.parse(DicomLevel.SERIES, "Modality=MR")).get(0);

    assertThat(found.reference().patientId()).contains("P1");
    assertThat(found.reference().studyUid()).contains(ALL.get(2).study());
    assertThat(orthanc.exists(Reference.key(DicomLevel.SERIES, found.reference().key().get())))
        .isTrue();
  }

  @Test
  void skipsAndLimits() throws Exception {
    List<String> all = inOrder(query -> query);

    assertThat(all).hasSize(7);
    assertThat(inOrder(query -> query.limit(4))).isEqualTo(all.subList(0, 4));
    assertThat(inOrder(query -> query.offset(2).limit(3))).isEqualTo(all.subList(2, 5));
    assertThat(inOrder(query -> query.offset(5))).isEqualTo(all.subList(5, 7));
    assertThat(inOrder(query -> query.offset(9))).isEmpty();
  }

  private static List<String> inOrder(Function<Query.Builder, Query.Builder> terms)
      throws Exception {
    Query query = terms.apply(Query.of(DicomLevel.INSTANCE)).build();
    return find(orthanc, query).stream()
        .map(dixel -> dixel.reference().identifier().orElseThrow())
        .toList();
  }

  @Test
  void stopsWhenTheSinkHasEnough() throws Exception {
    List<Dixel> taken = new ArrayList<>();
    orthanc.find(
        Query.of(DicomLevel.INSTANCE).build(), dixel -> taken.add(dixel) && taken.size() < 2);

    assertThat(taken).hasSize(2);
  }

  @Test
  void refusesWhatItCannotHonour() throws Exception {
    Stream.of("SOPClassesInStudy=1.2", "InstanceAvailability=ONLINE", ".text=x")
        .forEach(
            text ->
                assertThatThrownBy(() -> identifiers(orthanc, DicomLevel.STUDY, text))
                    .isInstanceOf(UnsupportedQueryException.class));
    Query fuzzy = Query.of(DicomLevel.STUDY).key(Tag.PatientName, "Doe").fuzzy(true).build();
    assertThatThrownBy(() -> find(orthanc, fuzzy)).hasMessageContaining("fuzzy");
    Endpoint indexed = endpoint(server, "unindexed", "refuse");
    assertThatThrownBy(() -> identifiers(indexed, DicomLevel.STUDY, "Rows=100"))
        .hasMessageContaining("matching on Rows, of which Orthanc has no index");
    assertThat(identifiers(indexed, DicomLevel.STUDY, "Modality=MR")).hasSize(1);
  }

  @Test
  void breaksUpReferences() throws Exception {
    List<String> instances = new ArrayList<>();
    orthanc.expand(
        Reference.study(ALL.get(3).study()),
        DicomLevel.INSTANCE,
        part -> instances.add(part.identifier().orElseThrow()));

    assertThat(instances).hasSize(2);
  }
}
