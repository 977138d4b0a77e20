package org.lucina.archive.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.lucina.archive.store.StoreException;
import org.lucina.archive.store.StoreOutcome.Kind;
import org.lucina.dicom.Tag;
import org.lucina.spi.server.ArchiveSettings.Duplicates;

/** What every index promises, on whatever database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ArchiveIndexContract {
  private TestDatabase database;
  private ArchiveIndex index;

  abstract TestDatabase open() throws Exception;

  @BeforeAll
  void start() throws Exception {
    database = open();
    index = new RelationalIndex(database.database(), List.of(), ForkJoinPool.commonPool());
  }

  @AfterAll
  void stop() throws Exception {
    database.close();
  }

  @Test
  void aNewObjectIsFoundByItsUids() throws Exception {
    NewInstance object = TestObject.ctSlice().build();
    IndexOutcome outcome = index.add(object, Duplicates.REJECT);
    assertThat(outcome).isEqualTo(new IndexOutcome(Kind.STORED, Optional.empty()));
    assertThat(index.instance(object.record().sopInstance())).contains(object.record());
    assertThat(records(InstanceScope.ofStudy(object.record().study())))
        .containsExactly(object.record());
  }

  @Test
  void theSameObjectPutOutByAnAnonymizerIsMarkedSo() throws Exception {
    TestObject object = TestObject.ctSlice();
    TestObject other = object.another();
    index.add(object.build(), Duplicates.REJECT);
    index.add(other.build(), Duplicates.REJECT);
    String uid = object.build().record().sopInstance();
    InstanceScope study = InstanceScope.ofStudy(object.build().record().study());
    index.add(object.copy().build(), Duplicates.REJECT);
    assertThat(index.origin(uid).orElseThrow().deidentified()).isFalse();

    IndexOutcome outcome = index.add(object.copy().deidentified().build(), Duplicates.REJECT);
    assertThat(outcome.kind()).isEqualTo(Kind.SAME);
    assertThat(index.origin(uid).orElseThrow().deidentified()).isTrue();
    List<InstanceRecord> seen = new ArrayList<>();
    index.instances(study, true, seen::add);
    assertThat(seen).extracting(InstanceRecord::sopInstance).containsExactly(uid);
  }

  @Test
  void theSameObjectAgainIsDropped() throws Exception {
    TestObject object = TestObject.ctSlice();
    NewInstance first = object.build();
    index.add(first, Duplicates.REJECT);
    NewInstance again = object.copy().build();
    IndexOutcome outcome = index.add(again, Duplicates.REPLACE);
    assertThat(outcome).isEqualTo(new IndexOutcome(Kind.SAME, Optional.of(again.record())));
    assertThat(index.instance(first.record().sopInstance())).contains(first.record());
  }

  @Test
  void theSameObjectAtTheSameLocationIsItself() throws Exception {
    NewInstance object = TestObject.ctSlice().build();
    index.add(object, Duplicates.REJECT);
    IndexOutcome outcome = index.add(object, Duplicates.REPLACE);
    assertThat(outcome).isEqualTo(new IndexOutcome(Kind.STORED, Optional.empty()));
  }

  @Test
  void anotherObjectUnderTheSameUidIsRejectedKeptOutOrPutInPlace() throws Exception {
    TestObject object = TestObject.ctSlice();
    NewInstance first = object.build();
    NewInstance other = object.copy().set(Tag.ContentDescription, "different").build();
    index.add(first, Duplicates.REJECT);
    assertThatThrownBy(() -> index.add(other, Duplicates.REJECT))
        .isInstanceOfSatisfying(
            StoreException.class,
            e -> assertThat(e.reason()).isEqualTo(StoreException.Reason.DUPLICATE));
    assertThat(index.add(other, Duplicates.KEEP))
        .isEqualTo(new IndexOutcome(Kind.KEPT_OTHER, Optional.of(other.record())));
    assertThat(index.instance(first.record().sopInstance())).contains(first.record());
    assertThat(index.add(other, Duplicates.REPLACE))
        .isEqualTo(new IndexOutcome(Kind.REPLACED, Optional.of(first.record())));
    assertThat(index.instance(first.record().sopInstance())).contains(other.record());
    assertThat(index.deletedLocations("disk")).contains(first.record().location());
  }

  @Test
  void instancesComeByNumberOfSeriesAndInstance() throws Exception {
    TestObject first = TestObject.ctSlice().set(Tag.SeriesNumber, "2");
    List<String> expected = new ArrayList<>();
    for (int number = 12; number >= 1; number--) {
      NewInstance object = first.another().set(Tag.InstanceNumber, "" + number).build();
      index.add(object, Duplicates.REJECT);
      expected.add(0, object.record().sopInstance());
    }
    InstanceScope scope =
        InstanceScope.ofSeries(first.uid(Tag.StudyInstanceUID), first.uid(Tag.SeriesInstanceUID));
    assertThat(records(scope)).extracting(InstanceRecord::sopInstance).isEqualTo(expected);
  }

  @Test
  void headersComeBackWhateverTheirSize() throws Exception {
    NewInstance small = TestObject.ctSlice().build();
    byte[] header = new byte[2_500_000];
    new java.util.Random(1).nextBytes(header);
    NewInstance large =
        new NewInstance(small.record(), small.attributes(), header, header, "SENDER", false);
    index.add(large, Duplicates.REJECT);
    List<byte[]> headers = new ArrayList<>();
    index.headers(
        InstanceScope.ofStudy(small.record().study()),
        false,
        (record, bytes) -> headers.add(bytes));
    assertThat(headers).containsExactly(header);
    assertThat(index.frameIndex(small.record().sopInstance())).contains(header);
  }

  @Test
  void deletionTakesEmptyParentsAlongAndRemembersLocations() throws Exception {
    TestObject kept = TestObject.ctSlice().set(Tag.PatientID, "deletion");
    TestObject gone = kept.another().set(Tag.SeriesInstanceUID, org.lucina.dicom.Uids.random());
    index.add(kept.build(), Duplicates.REJECT);
    NewInstance removed = gone.build();
    index.add(removed, Duplicates.REJECT);
    assertThat(
            index.delete(
                InstanceScope.ofSeries(
                    gone.uid(Tag.StudyInstanceUID), gone.uid(Tag.SeriesInstanceUID))))
        .containsExactly(removed.record());
    assertThat(index.instance(removed.record().sopInstance())).isEmpty();
    assertThat(index.deletedLocations("disk")).contains(removed.record().location());
    index.forgetDeleted("disk", List.of(removed.record().location()));
    assertThat(index.deletedLocations("disk")).doesNotContain(removed.record().location());
    assertThat(records(InstanceScope.ofStudy(kept.uid(Tag.StudyInstanceUID)))).hasSize(1);
  }

  @Test
  void indexedLocationsAreTold() throws Exception {
    NewInstance object = TestObject.ctSlice().build();
    index.add(object, Duplicates.REJECT);
    String location = object.record().location();
    assertThat(index.indexedLocations("disk", List.of(location, "objects/none")))
        .containsExactly(location);
    assertThat(index.indexedLocations("elsewhere", List.of(location))).isEmpty();
  }

  @Test
  void theLastCheckpointIsRemembered() {
    Instant instant = Instant.parse("2026-03-04T05:06:07.123456Z");
    index.checkpoint(instant);
    assertThat(index.lastCheckpoint()).isEqualTo(instant);
  }

  private List<InstanceRecord> records(InstanceScope scope) {
    List<InstanceRecord> records = new ArrayList<>();
    index.instances(scope, false, records::add);
    return records;
  }
}
