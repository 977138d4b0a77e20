package org.lucina.endpoint.orthanc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.lucina.endpoint.orthanc.OrthancFixture.FILE;
import static org.lucina.endpoint.orthanc.OrthancFixture.TAGS;
import static org.lucina.endpoint.orthanc.OrthancFixture.dixel;
import static org.lucina.endpoint.orthanc.OrthancFixture.endpoint;
import static org.lucina.endpoint.orthanc.OrthancFixture.whole;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;
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
import org.lucina.spi.dixel.OrthancId;
import org.lucina.spi.dixel.Reference;
import org.lucina.spi.dixel.View;
import org.lucina.spi.endpoint.Endpoint;
import org.lucina.spi.endpoint.EndpointException;
import org.lucina.spi.endpoint.EndpointException.Reason;

/** Keeps dixels in a real Orthanc. */
class OrthancTest {
  @TempDir private static Path temp;
  private static OrthancServer server;
  private static long seed;

  private final SyntheticObjects objects = new SyntheticObjects(++seed);
  private final SyntheticObject first = objects.small(1, 1, 1, 1);
  private final SyntheticObject second = objects.small(1, 1, 1, 2);
  private final SyntheticObject otherSeries = objects.small(1, 1, 2, 1);
  private final Reference instance =
      Reference.of(DicomLevel.INSTANCE, first.dataSet()).orElseThrow();
  private final Reference study = Reference.study(first.study());
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
  void connect() throws Exception {
    orthanc = endpoint(server);
  }

  @Test
  void tellsWhatAnswers() throws Exception {
    assertThat(orthanc.check()).contains("Orthanc 1.").contains("'test'").contains("ORTHANC");
  }

  @Test
  void refusesAWrongPassword() throws Exception {
    assertThatThrownBy(() -> endpoint(server, "password", "wrong").check())
        .hasMessageContaining("refuses the user or the password")
        .hasMessageNotContaining("wrong")
        .extracting("reason")
        .isEqualTo(Reason.REFUSED);
  }

  @Test
  void givesBackTheBytesThatWerePut() throws Exception {
    Reference put = orthanc.put(dixel(first));

    assertThat(put.key()).contains(OrthancId.of(instance).orElseThrow());
    for (Reference each :
        new Reference[] {
          put,
          instance,
          Reference.instance(first.study(), first.series(), first.sopInstance()),
          Reference.key(DicomLevel.INSTANCE, put.key().orElseThrow())
        }) {
      assertThat(bytes(orthanc.get(each, FILE))).isEqualTo(first.file());
    }
  }

  @Test
  void putsStudiesAndSeriesByTheirChildren() throws Exception {
    Reference put = orthanc.put(whole(study, first, second, otherSeries));

    assertThat(put.key()).contains(OrthancId.of(instance.at(DicomLevel.STUDY).orElseThrow()).get());
    Dixel found = orthanc.get(study, TAGS);
    assertThat(found.tags().string(Tag.PatientID)).isEqualTo(instance.patientId());
    assertThat(found.tags().string(Tag.PatientName))
        .isEqualTo(first.dataSet().string(Tag.PatientName));
    try (Stream<Dixel> series = found.children()) {
      assertThat(series.map(each -> each.reference().seriesUid().orElseThrow()))
          .containsExactlyInAnyOrder(first.series(), otherSeries.series());
    }
    Dixel one = orthanc.get(Reference.series(first.study(), first.series()), TAGS);
    assertThat(one.tags().string(Tag.Modality)).contains("OT");
    assertThat(one.tags().string(Tag.StudyInstanceUID)).contains(first.study());
    try (Stream<Dixel> instances = one.children()) {
      for (Dixel each : instances.toList()) {
        boolean isFirst = each.reference().instanceUid().orElseThrow().equals(first.sopInstance());
        assertThat(bytes(each)).isEqualTo((isFirst ? first : second).file());
        assertThat(each.reference().studyUid()).contains(first.study());
        assertThat(each.tags().integer(Tag.Rows)).hasValue(100);
      }
    }
  }

  @Test
  void knowsPatientsToo() throws Exception {
    orthanc.put(dixel(first));
    Dixel patient = orthanc.get(Reference.patient(instance.patientId().orElseThrow()), TAGS);

    assertThat(patient.tags().string(Tag.PatientName))
        .isEqualTo(first.dataSet().string(Tag.PatientName));
    try (Stream<Dixel> studies = patient.children()) {
      assertThat(studies.map(each -> each.reference().studyUid().orElseThrow()))
          .containsExactly(first.study());
    }
  }

  @Test
  void puttingTheSameAgainChangesNothing() throws Exception {
    Reference put = orthanc.put(dixel(first));
    Object received = orthanc.get(put, Set.of(View.METADATA)).metadata();

    assertThat(orthanc.put(dixel(first))).isEqualTo(put);
    assertThat(orthanc.get(put, Set.of(View.METADATA)).metadata()).isEqualTo(received);
  }

  @Test
  void replacesKeepsOrRefusesOtherBytesOfTheSameUids() throws Exception {
    orthanc.put(dixel(first));
    byte[] before = first.file();
    first.dataSet().set(Tag.StationName, "CHANGED");

    assertThatThrownBy(() -> endpoint(server, "existing", "refuse").put(dixel(first)))
        .hasMessageContaining("already, with other bytes");
    endpoint(server, "existing", "keep").put(dixel(first));
    assertThat(bytes(orthanc.get(instance, FILE))).isEqualTo(before);

    orthanc.put(dixel(first));
    assertThat(bytes(orthanc.get(instance, FILE))).isEqualTo(first.file());
  }

  @Test
  void streamsObjectsOfUnknownLength() throws Exception {
    byte[] file = first.file();
    Content content =
        Content.of(java.util.OptionalLong.empty(), () -> new java.io.ByteArrayInputStream(file));
    orthanc.put(Dixel.of(instance).file(content).build());

    assertThat(bytes(orthanc.get(instance, FILE))).isEqualTo(file);
  }

  @Test
  void refusesWhatIsNoDicom() {
    Content text =
        Content.of(
            java.util.OptionalLong.of(4),
            () -> new java.io.ByteArrayInputStream(new byte[] {1, 2, 3, 4}));

    assertThatThrownBy(() -> orthanc.put(Dixel.of(instance).file(text).build()))
        .hasMessageContaining("Bad file format")
        .extracting("reason")
        .isEqualTo(Reason.REFUSED);
    assertThatThrownBy(() -> orthanc.put(Dixel.of(instance).build()))
        .hasMessageContaining("without a file");
  }

  @Test
  void givesFramesAsTheyAreEncoded() throws Exception {
    SyntheticObject clip = objects.multiFrame(5, 5, 5, 0, 3);
    SyntheticObject compressed = objects.encapsulated(6, 6, 6, 0, 3, 1);
    orthanc.put(dixel(clip));
    orthanc.put(dixel(compressed));

    Frames frames = frames(clip);
    assertThat(frames.count()).isEqualTo(3);
    assertThat(frames.transferSyntax()).isEqualTo(clip.syntax().uid());
    byte[] pixels = clip.dataSet().bytes(Tag.PixelData).orElseThrow().toArray();
    try (InputStream in = frames.open(2)) {
      assertThat(in.readAllBytes())
          .isEqualTo(java.util.Arrays.copyOfRange(pixels, 64 * 48, 2 * 64 * 48));
    }
    assertThat(frames(compressed).transferSyntax()).isEqualTo(compressed.syntax().uid());
  }

  private Frames frames(SyntheticObject object) throws Exception {
    Reference reference = Reference.of(DicomLevel.INSTANCE, object.dataSet()).orElseThrow();
    return orthanc.get(reference, Set.of(View.FRAMES)).frames().orElseThrow();
  }

  @Test
  void tellsWhatOrthancKnowsBesides() throws Exception {
    orthanc.put(dixel(first));

    assertThat(orthanc.get(instance, Set.of(View.METADATA)).metadata())
        .containsEntry("TransferSyntax", first.syntax().uid())
        .containsEntry("Origin", "RestApi");
    assertThat(orthanc.get(study, Set.of(View.METADATA)).metadata()).containsKey("LastUpdate");
  }

  @Test
  void saysWhichViewsThereAreNot() throws Exception {
    orthanc.put(dixel(first));

    assertThatThrownBy(() -> orthanc.get(study, FILE))
        .hasMessageContaining("does not have the views [FILE]");
    assertThatThrownBy(() -> orthanc.get(instance, Set.of(View.REPORT)))
        .isInstanceOf(EndpointException.class);
  }

  @Test
  void findsNothingThatIsNotThere() throws Exception {
    for (Reference absent :
        new Reference[] {
          instance,
          study,
          Reference.series(first.study(), first.series()),
          Reference.key(DicomLevel.STUDY, OrthancId.of("nobody", "1.2.3")),
          Reference.key(DicomLevel.STUDY, "../system"),
          Reference.study("*"),
          Reference.patient("*")
        }) {
      assertThat(orthanc.exists(absent)).isFalse();
      assertThatThrownBy(() -> orthanc.get(absent, TAGS))
          .isInstanceOf(EndpointException.class)
          .extracting("reason")
          .isEqualTo(Reason.NOT_FOUND);
      orthanc.delete(absent);
    }
  }

  @Test
  void tellsObjectsOfAnotherStudyOrPatientApart() throws Exception {
    orthanc.put(dixel(first));

    assertThat(orthanc.exists(instance)).isTrue();
    assertThat(
            orthanc.exists(Reference.instance(first.study(), first.series(), first.sopInstance())))
        .isTrue();
    assertThat(orthanc.exists(Reference.instance("1.2.3", first.series(), first.sopInstance())))
        .isFalse();
    assertThat(orthanc.exists(of("someone else"))).isFalse();
  }

  @Test
  void asksForThePatientWhenAStudyIsThereTwice() throws Exception {
    orthanc.put(dixel(first));
    String patient = instance.patientId().orElseThrow();
    first.dataSet().set(Tag.PatientID, "OTHER");
    orthanc.put(dixel(first));

    assertThatThrownBy(() -> orthanc.get(study, TAGS)).hasMessageContaining("there 2 times");
    assertThat(orthanc.get(of(patient), TAGS).tags().string(Tag.PatientID)).contains(patient);
    assertThat(orthanc.get(of("OTHER"), TAGS).tags().string(Tag.PatientID)).contains("OTHER");

    orthanc.delete(study);
    assertThat(orthanc.exists(of(patient))).isFalse();
    assertThat(orthanc.exists(of("OTHER"))).isFalse();
  }

  @Test
  void removesWithAllThatIsBelow() throws Exception {
    orthanc.put(whole(study, first, second, otherSeries));

    orthanc.delete(Reference.series(first.study(), first.series()));
    assertThat(orthanc.exists(instance)).isFalse();
    assertThat(orthanc.exists(study)).isTrue();
    orthanc.delete(study);
    assertThat(orthanc.exists(study)).isFalse();
    orthanc.delete(study);
  }

  @Test
  void updatesMetadataInTheirPlace() throws Exception {
    orthanc.put(dixel(first));
    Dixel noted = Dixel.of(study).metadata(java.util.Map.of("note", "seen")).build();

    Reference now = orthanc.update(study, noted);

    assertThat(now.studyUid()).contains(first.study());
    assertThat(orthanc.get(study, Set.of(View.METADATA)).metadata()).containsEntry("note", "seen");
    Dixel forbidden =
        Dixel.of(study).metadata(java.util.Map.of("LastUpdate", "20260101T000000")).build();
    assertThatThrownBy(() -> orthanc.update(study, forbidden))
        .isInstanceOf(EndpointException.class)
        .extracting("reason")
        .isEqualTo(Reason.REFUSED);
  }

  @Test
  void updatesTagsOfAStudyByAModifiedOne() throws Exception {
    orthanc.put(whole(study, first, second));
    Dixel changed =
        Dixel.of(study)
            .tags(
                new DataSet()
                    .set(Tag.PatientName, "New^Name")
                    .set(Tag.AccessionNumber, "A-17")
                    .set(Tag.StudyInstanceUID, first.study()))
            .build();

    Reference now = orthanc.update(study, changed);

    assertThat(orthanc.exists(study)).isFalse();
    Dixel found = orthanc.get(now, TAGS);
    assertThat(found.tags().string(Tag.PatientName)).contains("New^Name");
    assertThat(found.tags().string(Tag.AccessionNumber)).contains("A-17");
    assertThat(found.tags().string(Tag.PatientID)).isEqualTo(instance.patientId());
    try (Stream<Dixel> series = found.children()) {
      assertThat(series.count()).isEqualTo(1);
    }
  }

  @Test
  void updatesTagsOfAnInstanceByAModifiedOne() throws Exception {
    orthanc.put(dixel(first));
    Dixel changed =
        Dixel.of(instance).tags(new DataSet().set(Tag.ImageComments, "looked at")).build();

    Reference now = orthanc.update(instance, changed);

    assertThat(orthanc.exists(instance)).isFalse();
    DataSet tags = orthanc.get(now, TAGS).tags();
    assertThat(tags.string(Tag.ImageComments)).contains("looked at");
    assertThat(tags.integer(Tag.Rows)).hasValue(100);
    assertThat(tags.string(Tag.SeriesInstanceUID)).contains(first.series());
  }

  @Test
  void updatesTheFileOfAnInstance() throws Exception {
    orthanc.put(dixel(first));

    Reference now = orthanc.update(instance, dixel(second));

    assertThat(now.instanceUid()).contains(second.sopInstance());
    assertThat(orthanc.exists(instance)).isFalse();
    assertThat(bytes(orthanc.get(now, FILE))).isEqualTo(second.file());
  }

  @Test
  void isUnavailableWhileOrthancIsAway(@TempDir Path folder) throws Exception {
    try (OrthancServer other = OrthancServer.orSkip(folder).start()) {
      Endpoint away = endpoint(other);
      away.put(dixel(first));
      other.stop();
      assertThatThrownBy(away::check)
          .isInstanceOfSatisfying(
              EndpointException.class, e -> assertThat(e.isTransient()).isTrue());
      assertThatThrownBy(() -> away.put(dixel(second)))
          .extracting("reason")
          .isEqualTo(Reason.UNAVAILABLE);
      other.start();
      assertThat(bytes(away.get(instance, FILE))).isEqualTo(first.file());
      away.put(dixel(second));
    }
  }

  private Reference of(String patient) {
    return new Reference(
        DicomLevel.STUDY,
        Optional.of(patient),
        study.studyUid(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  private static byte[] bytes(Dixel dixel) throws IOException {
    try (InputStream in = dixel.file().orElseThrow().open()) {
      return in.readAllBytes();
    }
  }
}
