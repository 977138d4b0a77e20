package org.lucina.endpoint.dicomweb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lucina.endpoint.dicomweb.Services.bytes;
import static org.lucina.endpoint.dicomweb.Services.dixel;
import static org.lucina.endpoint.dicomweb.Services.find;
import static org.lucina.endpoint.dicomweb.Services.identifiers;
import static org.lucina.endpoint.dicomweb.Services.reference;
import static org.lucina.endpoint.dicomweb.Services.whole;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
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
import org.lucina.spi.dixel.Content;
import org.lucina.spi.dixel.DicomLevel;
import org.lucina.spi.dixel.Dixel;
import org.lucina.spi.dixel.Frames;
import org.lucina.spi.dixel.Reference;
import org.lucina.spi.dixel.View;
import org.lucina.spi.endpoint.Endpoint;
import org.lucina.spi.endpoint.EndpointException;
import org.lucina.spi.endpoint.EndpointException.Reason;
import org.lucina.spi.query.Query;
import org.lucina.spi.query.UnsupportedQueryException;

/** Stores, finds and retrieves at the DICOMweb service of a real Orthanc. */
class DicomWebTest {
  private static final Set<View> FILE = Set.of(View.FILE);
  private static final Set<View> TAGS = Set.of(View.TAGS);

  @TempDir private static Path temp;
  private static OrthancServer server;
  private static int seed;

  private final SyntheticObjects objects = new SyntheticObjects(++seed);
  private final SyntheticObject first = named(objects.small(1, 1, 1, 1), "DOE^JOHN", "CT");
  private final SyntheticObject second = named(objects.small(1, 1, 1, 2), "DOE^JOHN", "CT");
  private final SyntheticObject otherSeries = named(objects.small(1, 1, 2, 1), "DOE^JOHN", "MR");
  private final SyntheticObject otherStudy = named(objects.small(2, 2, 3, 1), "Doe^Jane", "CT");
  private final Reference study = Reference.study(first.study());
  private Endpoint service;

  private static SyntheticObject named(SyntheticObject object, String name, String modality) {
    object
        .dataSet()
        .set(Tag.PatientName, name)
        .set(Tag.Modality, modality)
        .set(Tag.StudyDate, "20260110")
        .set(Tag.InstitutionName, "Test " + seed);
    return object;
  }

  @BeforeAll
  static void start() throws IOException {
    server = OrthancServer.withDicomWebOrSkip(temp).start();
  }

  @AfterAll
  static void stop() throws IOException {
    if (server != null) {
      server.close();
    }
  }

  @BeforeEach
  void connect() throws Exception {
    service = endpoint();
  }

  private static Endpoint endpoint(String... more) throws Exception {
    String[] all = Arrays.copyOf(more, more.length + 6);
    all[more.length] = "user";
    all[more.length + 1] = OrthancServer.USER;
    all[more.length + 2] = "password";
    all[more.length + 3] = OrthancServer.PASSWORD;
    all[more.length + 4] = "escapes";
    all[more.length + 5] = "false";
    return Services.endpoint(server.url() + "/dicom-web", all);
  }

  private void fill() throws EndpointException {
    service.put(whole(study, first, second, otherSeries));
    service.put(dixel(otherStudy));
  }

  @Test
  void tellsThatItAnswers() throws Exception {
    assertThat(service.check()).contains("answers searches");
  }

  @Test
  void givesBackTheBytesThatWerePut() throws Exception {
    Reference put = service.put(dixel(first));

    assertThat(bytes(service.get(put, FILE))).isEqualTo(first.file());
    Reference byUid =
        new Reference(
            DicomLevel.INSTANCE,
            put.patientId(),
            Optional.empty(),
            Optional.empty(),
            put.instanceUid(),
            Optional.empty());
    assertThat(bytes(service.get(byUid, FILE))).isEqualTo(first.file());
  }

  @Test
  void givesBackCompressedObjectsAsTheyWere() throws Exception {
    SyntheticObject compressed = objects.encapsulated(6, 6, 6, 0, 3, 2);
    service.put(dixel(compressed));

    assertThat(bytes(service.get(reference(compressed), FILE))).isEqualTo(compressed.file());
  }

  @Test
  void putsAStudyInSeveralRequests() throws Exception {
    Endpoint pairs = endpoint("store-size", "2");
    pairs.put(whole(study, first, second, otherSeries));

    Dixel found = pairs.get(study, TAGS);
    assertThat(found.tags().string(Tag.PatientName)).contains("DOE^JOHN");
    int instances = 0;
    try (Stream<Dixel> series = found.children()) {
      for (Dixel each : series.toList()) {
        assertThat(each.tags().string(Tag.Modality)).isPresent();
        try (Stream<Dixel> parts = each.children()) {
          for (Dixel part : parts.toList()) {
            instances++;
            SyntheticObject object =
                Stream.of(first, second, otherSeries)
                    .filter(one -> part.reference().equals(withoutPatient(one, part)))
                    .findFirst()
                    .orElseThrow();
            assertThat(bytes(part)).isEqualTo(object.file());
            assertThat(part.tags().integer(Tag.Rows)).hasValue(100);
          }
        }
      }
    }
    assertThat(instances).isEqualTo(3);
  }

  private static Reference withoutPatient(SyntheticObject object, Dixel found) {
    Reference own = reference(object);
    return new Reference(
        own.level(),
        found.reference().patientId(),
        own.studyUid(),
        own.seriesUid(),
        own.instanceUid(),
        own.key());
  }

  @Test
  void puttingTheSameAgainChangesNothing() throws Exception {
    service.put(dixel(first));
    service.put(dixel(first));

    assertThat(identifiers(service, DicomLevel.INSTANCE, "StudyInstanceUID=" + first.study()))
        .hasSize(1);
  }

  @Test
  void streamsObjectsOfUnknownLength() throws Exception {
    byte[] file = first.file();
    Content content = Content.of(OptionalLong.empty(), () -> new ByteArrayInputStream(file));
    service.put(Dixel.of(reference(first)).file(content).build());

    assertThat(bytes(service.get(reference(first), FILE))).isEqualTo(file);
  }

  @Test
  void refusesWhatIsNoDicom() {
    Content text =
        Content.of(OptionalLong.of(4), () -> new ByteArrayInputStream(new byte[] {1, 2, 3, 4}));

    assertThatThrownBy(() -> service.put(Dixel.of(reference(first)).file(text).build()))
        .isInstanceOf(EndpointException.class);
  }

  @Test
  void findsAtEachLevel() throws Exception {
    fill();
    String ours = "InstitutionName=Test " + seed;

    assertThat(identifiers(service, DicomLevel.STUDY, ours + "&PatientName=DOE^JOHN"))
        .containsExactly(first.study());
    assertThat(identifiers(service, DicomLevel.STUDY, ours + "&PatientName=d*"))
        .containsExactly(sorted(first.study(), otherStudy.study()));
    assertThat(identifiers(service, DicomLevel.STUDY, ours + "&StudyDate=20260101-20260131"))
        .hasSize(2);
    assertThat(identifiers(service, DicomLevel.STUDY, ours + "&StudyDate=20260201-")).isEmpty();
    assertThat(identifiers(service, DicomLevel.STUDY, ours + "&ModalitiesInStudy=MR"))
        .containsExactly(first.study());
    assertThat(identifiers(service, DicomLevel.SERIES, "StudyInstanceUID=" + first.study()))
        .containsExactly(sorted(first.series(), otherSeries.series()));
    assertThat(
            identifiers(
                service, DicomLevel.SERIES, "StudyInstanceUID=" + first.study() + "&Modality=MR"))
        .containsExactly(otherSeries.series());
    assertThat(
            identifiers(
                service,
                DicomLevel.INSTANCE,
                "StudyInstanceUID=" + first.study() + "&SeriesInstanceUID=" + first.series()))
        .containsExactly(sorted(first.sopInstance(), second.sopInstance()));
  }

  @Test
  void findsByListsOfUidsAndAlternatives() throws Exception {
    fill();
    String both = "StudyInstanceUID=" + first.study() + "\\" + otherStudy.study();

    assertThat(identifiers(service, DicomLevel.STUDY, both)).hasSize(2);
    assertThat(identifiers(service, DicomLevel.SERIES, both + "&Modality=MR\\US"))
        .containsExactly(otherSeries.series());
  }

  @Test
  void usesHierarchicalOrRelationalUrls() throws Exception {
    fill();
    String one = "StudyInstanceUID=" + first.study();

    assertThat(identifiers(endpoint("urls", "relational"), DicomLevel.INSTANCE, one)).hasSize(3);
    assertThat(identifiers(endpoint("urls", "hierarchical"), DicomLevel.INSTANCE, one)).hasSize(3);
    assertThatThrownBy(
            () -> identifiers(endpoint("urls", "hierarchical"), DicomLevel.SERIES, "Modality=CT"))
        .isInstanceOf(UnsupportedQueryException.class)
        .hasMessageContaining("without one StudyInstanceUID");
  }

  @Test
  void skipsAndLimitsOverPages() throws Exception {
    fill();
    Endpoint paged = endpoint("page-size", "2");
    Query.Builder all = Query.of(DicomLevel.INSTANCE).key(Tag.StudyInstanceUID, first.study());
    List<Dixel> found = find(paged, all.build());

    assertThat(found).hasSize(3);
    assertThat(find(paged, all.limit(2).build())).hasSize(2);
    assertThat(find(paged, all.offset(1).limit(5).build()))
        .extracting(dixel -> dixel.reference().instanceUid())
        .containsExactly(
            found.get(1).reference().instanceUid(), found.get(2).reference().instanceUid());
  }

  @Test
  void returnsAttributesThatAreAskedFor() throws Exception {
    fill();
    Query query =
        Query.of(DicomLevel.STUDY)
            .key(Tag.StudyInstanceUID, first.study())
            .key(Tag.InstitutionName, "")
            .include(Tag.StudyDescription)
            .build();

    DataSet tags = find(service, query).get(0).tags();

    assertThat(tags.string(Tag.InstitutionName)).contains("Test " + seed);
    assertThat(tags.string(Tag.StudyDescription))
        .isEqualTo(first.dataSet().string(Tag.StudyDescription));
  }

  @Test
  void givesFramesAsTheyAreEncoded() throws Exception {
    SyntheticObject clip = objects.multiFrame(5, 5, 5, 0, 3);
    service.put(dixel(clip));

    Frames frames = service.get(reference(clip), Set.of(View.FRAMES)).frames().orElseThrow();

    assertThat(frames.count()).isEqualTo(3);
    assertThat(frames.transferSyntax()).isEqualTo(clip.syntax().uid());
    byte[] pixels = clip.dataSet().bytes(Tag.PixelData).orElseThrow().toArray();
    try (InputStream in = frames.open(3)) {
      assertThat(in.readAllBytes()).isEqualTo(Arrays.copyOfRange(pixels, 2 * 64 * 48, 3 * 64 * 48));
    }
  }

  @Test
  void retrievesByWadoUri() throws Exception {
    service.put(dixel(first));
    Endpoint old = endpoint("wado-uri", server.url() + "/wado");

    assertThat(bytes(old.get(reference(first), FILE))).isEqualTo(first.file());
  }

  @Test
  void findsNothingThatIsNotThere() throws Exception {
    for (Reference absent :
        new Reference[] {study, reference(first), Reference.study("*"), Reference.study("../x")}) {
      assertThat(service.exists(absent)).isFalse();
      assertThatThrownBy(() -> service.get(absent, TAGS))
          .isInstanceOf(EndpointException.class)
          .extracting("reason")
          .isEqualTo(Reason.NOT_FOUND);
    }
    service.put(dixel(first));
    assertThat(service.exists(study)).isTrue();
    assertThat(service.exists(reference(first))).isTrue();
    assertThat(service.exists(Reference.instance("1.2.3", first.series(), first.sopInstance())))
        .isFalse();
  }

  @Test
  void breaksUpReferences() throws Exception {
    fill();
    List<String> instances = new ArrayList<>();
    service.expand(
        study, DicomLevel.INSTANCE, part -> instances.add(part.identifier().orElseThrow()));

    assertThat(instances)
        .containsExactlyInAnyOrder(
            first.sopInstance(), second.sopInstance(), otherSeries.sopInstance());
  }

  @Test
  void refusesWhatItCannotHonour() throws Exception {
    assertThatThrownBy(() -> identifiers(service, DicomLevel.PATIENT, "PatientID=1"))
        .hasMessageContaining("level patient");
    Query fuzzy = Query.of(DicomLevel.STUDY).key(Tag.PatientName, "Doe").fuzzy(true).build();
    assertThatThrownBy(() -> find(service, fuzzy)).hasMessageContaining("fuzzy");
    assertThatThrownBy(() -> service.get(study, FILE)).hasMessageContaining("[FILE]");
    assertThatThrownBy(() -> service.delete(study)).hasMessageContaining("deletes");
  }

  private static String[] sorted(String... texts) {
    Arrays.sort(texts);
    return texts;
  }
}
