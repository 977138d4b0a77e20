package org.lucina.archive.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lucina.archive.access.AuditTrail;
import org.lucina.archive.index.ArchiveIndex;
import org.lucina.archive.index.RelationalIndex;
import org.lucina.archive.index.TestDatabase;
import org.lucina.archive.query.sql.SqlQueryService;
import org.lucina.archive.retrieve.StorageObjectReader;
import org.lucina.archive.store.InFlight;
import org.lucina.archive.store.IndexedObjectDeletion;
import org.lucina.archive.store.StorageChoice;
import org.lucina.archive.store.StorageCleaner;
import org.lucina.archive.store.StreamingObjectStore;
import org.lucina.archive.testing.FakeServer;
import org.lucina.archive.testing.MemoryStorage;
import org.lucina.dicom.Tag;
import org.lucina.dicom.testing.SyntheticObject;
import org.lucina.dicom.testing.SyntheticObjects;
import org.lucina.spi.anonymize.Anonymized;
import org.lucina.spi.dixel.Content;
import org.lucina.spi.dixel.DicomLevel;
import org.lucina.spi.dixel.Dixel;
import org.lucina.spi.dixel.Reference;
import org.lucina.spi.dixel.View;
import org.lucina.spi.endpoint.EndpointException;
import org.lucina.spi.endpoint.EndpointException.Reason;
import org.lucina.spi.query.Query;
import org.lucina.spi.query.UnsupportedQueryException;
import org.lucina.spi.server.ArchiveSettings.Duplicates;

/** The archive, used as any endpoint is. */
class ArchiveEndpointTest {
  private static final Set<View> ALL = EnumSet.of(View.TAGS, View.METADATA, View.FILE, View.FRAMES);

  private final SyntheticObjects objects = new SyntheticObjects(7);
  private final List<String> audited = new ArrayList<>();
  private final FakeServer server = new FakeServer();
  private TestDatabase database;
  private ArchiveEndpoint archive;

  @BeforeEach
  void open() throws Exception {
    server.with(FakeServer.STORAGE, new MemoryStorage());
    database = TestDatabase.h2();
    ArchiveIndex index =
        new RelationalIndex(database.database(), List.of(), ForkJoinPool.commonPool());
    StorageChoice storages = new StorageChoice(server);
    StorageCleaner cleaner = new StorageCleaner(storages, index);
    AuditTrail audit =
        (event, requestor, studies, instances, success, detail) -> audited.add(event.name());
    archive =
        new ArchiveEndpoint(
            index,
            new StreamingObjectStore(storages, index, new InFlight(Clock.systemUTC()), cleaner),
            new StorageObjectReader(storages, index),
            new IndexedObjectDeletion(index, cleaner, audit),
            new SqlQueryService(database.database(), index::settle),
            storages,
            audit);
  }

  @AfterEach
  void close() throws Exception {
    database.close();
  }

  @Test
  void whatIsPutCanBeHadWithEveryView() throws Exception {
    SyntheticObject object = objects.small(1, 1, 1, 1);
    Reference put = archive.put(dixel(object));
    assertThat(put).isEqualTo(reference(object));
    Dixel got = archive.get(put, ALL);
    assertThat(got.tags().string(Tag.SOPInstanceUID)).contains(object.sopInstance());
    try (InputStream in = got.file().orElseThrow().open()) {
      assertThat(in.readAllBytes()).endsWith(object.bare());
    }
    assertThat(got.metadata())
        .containsEntry("transfer-syntax", object.syntax().uid())
        .containsEntry("source", "LUCINA")
        .containsKeys("sha256", "received")
        .doesNotContainKey(Anonymized.MARK);
    assertThat(got.frames().orElseThrow().count()).isEqualTo(1);
    try (InputStream in = got.frames().orElseThrow().open(1)) {
      assertThat(object.bare()).endsWith(in.readAllBytes());
    }
    assertThat(audited).containsExactly("STORE", "RETRIEVE");
  }

  @Test
  void aPatientHasStudiesAStudySeriesASeriesInstances() throws Exception {
    for (int number = 1; number <= 3; number++) {
      archive.put(dixel(objects.small(1, 1, 1, number)));
    }
    archive.put(dixel(objects.small(1, 1, 2, 1)));
    String patient =
        archive.get(reference(objects.small(1, 1, 1, 1)), ALL).tags().string(Tag.PatientID).get();
    Dixel whole = archive.get(Reference.patient(patient), EnumSet.of(View.TAGS));
    assertThat(whole.tags().string(Tag.PatientID)).contains(patient);
    assertThat(whole.tags().contains(Tag.StudyInstanceUID)).isFalse();
    try (Stream<Dixel> studies = whole.children()) {
      Dixel study = studies.findFirst().orElseThrow();
      assertThat(study.level()).isEqualTo(DicomLevel.STUDY);
      assertThat(study.tags().contains(Tag.StudyDate)).isTrue();
      List<Long> counts = new ArrayList<>();
      try (Stream<Dixel> series = study.children()) {
        for (Dixel one : series.toList()) {
          assertThat(one.tags().contains(Tag.Modality)).isTrue();
          try (Stream<Dixel> instances = one.children()) {
            counts.add(instances.filter(each -> each.views().contains(View.FILE)).count());
          }
        }
      }
      assertThat(counts).containsExactlyInAnyOrder(3L, 1L);
    }
    List<Reference> parts = new ArrayList<>();
    archive.expand(Reference.patient(patient), DicomLevel.INSTANCE, parts::add);
    assertThat(parts).hasSize(4);
  }

  @Test
  void aStudyIsPutWithItsParts() throws Exception {
    SyntheticObject first = objects.small(1, 1, 1, 1);
    SyntheticObject other = objects.small(1, 1, 1, 2);
    Dixel study =
        Dixel.of(Reference.study(first.study()))
            .children(() -> Stream.of(dixel(first), dixel(other)))
            .build();
    archive.put(study);
    archive.put(study);
    assertThat(archive.exists(reference(first))).isTrue();
    assertThat(archive.exists(reference(other))).isTrue();
    assertThat(found("StudyInstanceUID=" + first.study())).hasSize(1);
  }

  @Test
  void queriesAreHonouredOrRefused() throws Exception {
    SyntheticObject object = objects.small(1, 1, 1, 1);
    archive.put(dixel(object));
    assertThat(found("StudyInstanceUID=" + object.study())).containsExactly(object.study());
    assertThat(found("PatientName=*&StudyDate=19000101-")).hasSize(1);
    assertThat(found("StudyInstanceUID=1.2.3")).isEmpty();
    assertThatThrownBy(() -> found("KVP=120"))
        .isInstanceOf(UnsupportedQueryException.class)
        .hasMessageContaining("KVP");
    List<Dixel> instances = new ArrayList<>();
    archive.find(
        Query.parse(DicomLevel.INSTANCE, "BitsAllocated=16&StudyInstanceUID=" + object.study()),
        instances::add);
    assertThat(instances).hasSize(1);
    assertThat(instances.get(0).reference().instanceUid()).contains(object.sopInstance());
  }

  @Test
  void whatASinkThrowsComesOut() throws Exception {
    archive.put(dixel(objects.small(1, 1, 1, 1)));
    EndpointException thrown = new EndpointException(Reason.UNAVAILABLE, "no");
    assertThatThrownBy(
            () ->
                archive.find(
                    Query.of(DicomLevel.STUDY).build(),
                    any -> {
                      throw thrown;
                    }))
        .isSameAs(thrown);
  }

  @Test
  void whatIsDeletedIsGoneAndMayBeDeletedAgain() throws Exception {
    SyntheticObject object = objects.small(1, 1, 1, 1);
    archive.put(dixel(object));
    archive.delete(Reference.study(object.study()));
    archive.delete(Reference.study(object.study()));
    assertThat(archive.exists(reference(object))).isFalse();
    assertThatThrownBy(() -> archive.get(reference(object), ALL))
        .isInstanceOfSatisfying(
            EndpointException.class, e -> assertThat(e.reason()).isEqualTo(Reason.NOT_FOUND));
  }

  @Test
  void theMarkOfAnAnonymizerIsKept() throws Exception {
    SyntheticObject object = objects.small(1, 1, 1, 1);
    archive.put(new Anonymized(dixel(object), List.of()).marked());
    assertThat(archive.get(reference(object), ALL).metadata())
        .containsEntry(Anonymized.MARK, "true");
  }

  @Test
  void anUpdateReplacesTheFileWhateverTheSettingsSay() throws Exception {
    server.duplicates(Duplicates.REJECT);
    SyntheticObject object = objects.small(1, 1, 1, 1);
    SyntheticObject other = objects.small(1, 1, 1, 2);
    archive.put(dixel(object));
    Reference now = archive.update(reference(object), dixel(other));
    assertThat(now).isEqualTo(reference(other));
    assertThat(archive.exists(reference(object))).isFalse();
    assertThat(archive.exists(now)).isTrue();
  }

  @Test
  void whatIsNoObjectIsRefused() {
    Dixel text =
        Dixel.of(Reference.instance("1.2", "1.3", "1.4"))
            .file(Content.of(OptionalLong.empty(), () -> new ByteArrayInputStream(new byte[400])))
            .build();
    assertThatThrownBy(() -> archive.put(text))
        .isInstanceOfSatisfying(
            EndpointException.class, e -> assertThat(e.reason()).isEqualTo(Reason.REFUSED));
  }

  private List<String> found(String query) throws EndpointException {
    List<String> studies = new ArrayList<>();
    archive.find(
        Query.parse(DicomLevel.STUDY, query),
        found -> studies.add(found.reference().studyUid().orElseThrow()));
    return studies;
  }

  private static Dixel dixel(SyntheticObject object) {
    byte[] file = object.file();
    return Dixel.of(reference(object))
        .file(Content.of(OptionalLong.of(file.length), () -> new ByteArrayInputStream(file)))
        .build();
  }

  private static Reference reference(SyntheticObject object) {
    return Reference.instance(object.study(), object.series(), object.sopInstance());
  }
}
