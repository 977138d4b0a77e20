package org.lucina.archive.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lucina.archive.access.AuditTrail;
import org.lucina.archive.index.InstanceRecord;
import org.lucina.archive.store.StoredObjectIndexer;
import org.lucina.archive.testing.ArchiveFixture;
import org.lucina.archive.testing.FakeServer;
import org.lucina.dicom.Tag;
import org.lucina.dicom.TransferSyntax;
import org.lucina.dicom.testing.SyntheticObject;
import org.lucina.dicom.testing.SyntheticObjects;
import org.lucina.spi.server.StorageReconciler.Options;
import org.lucina.spi.server.StorageReconciler.Repaired;
import org.lucina.spi.server.StorageReconciler.Report;

class IndexReconcilerTest {
  private static final Options LOOK = new Options(false, false);
  private static final Options REPAIR = new Options(true, false);
  private static final Options DROP = new Options(false, true);

  private final SyntheticObjects objects = new SyntheticObjects(7);
  private final ArchiveFixture archive = new ArchiveFixture();
  private final List<String> audited = new ArrayList<>();
  private final AuditTrail audit =
      (event, requestor, studies, instances, success, detail) ->
          audited.add(event + " " + instances);
  private final StoredObjectIndexer indexer =
      new StoredObjectIndexer(archive.storages, archive.index, archive.cleaner);
  private final IndexReconciler reconciler =
      new IndexReconciler(
          archive.index,
          archive.storages,
          archive.cleaner,
          indexer,
          archive.inFlight,
          new DroppedObjects(archive.index, archive.storages, indexer, audit));

  private Report reconcile(Options options) throws Exception {
    return reconciler.reconcile(FakeServer.STORAGE, options);
  }

  private InstanceRecord send(SyntheticObject object) throws Exception {
    archive.send(object);
    return archive.record(object);
  }

  @Test
  void findsNothingWhereAllIsInOrder() throws Exception {
    send(objects.small(1, 1, 1, 1));
    send(objects.small(1, 1, 1, 2));
    Report report = reconcile(REPAIR);
    assertThat(report.objects()).isEqualTo(2);
    assertThat(report.rows()).isEqualTo(2);
    assertThat(report.missing().count()).isZero();
    assertThat(report.unindexed().count()).isZero();
    assertThat(report.leftovers()).isZero();
    assertThat(report.repaired()).isEqualTo(new Repaired(0, 0, 0));
  }

  @Test
  void indexesObjectsThatNoRowNamesOnlyWhenTold() throws Exception {
    SyntheticObject object = objects.small(1, 1, 1, 1);
    InstanceRecord before = send(object);
    archive.index.lose(object.sopInstance());
    Report found = reconcile(LOOK);
    assertThat(found.unindexed().count()).isEqualTo(1);
    assertThat(found.unindexed().locations()).containsExactly(before.location());
    assertThat(archive.index.all()).isEmpty();
    assertThat(reconcile(REPAIR).repaired()).isEqualTo(new Repaired(1, 0, 0));
    assertThat(archive.record(object)).isEqualTo(before);
    assertThat(reconcile(LOOK).unindexed().count()).isZero();
  }

  @Test
  void removesObjectsInWhosePlaceTheIndexHasAnother() throws Exception {
    SyntheticObject object = objects.small(1, 1, 1, 1);
    InstanceRecord kept = send(object);
    byte[] file = archive.storage.bytes(kept.location());
    archive.storage.putBack("copy/1", file, kept.received().minus(Duration.ofDays(1)));
    assertThat(reconcile(REPAIR).repaired()).isEqualTo(new Repaired(0, 1, 0));
    assertThat(archive.storage.locations()).containsExactly(kept.location());
    assertThat(archive.record(object)).isEqualTo(kept);
  }

  @Test
  void tellsOfObjectsThatAreLostAndKeepsTheirRows() throws Exception {
    SyntheticObject object = objects.small(1, 1, 1, 1);
    InstanceRecord lost = send(object);
    send(objects.small(1, 1, 1, 2));
    archive.storage.delete(lost.location());
    Report report = reconcile(REPAIR);
    assertThat(report.missing().count()).isEqualTo(1);
    assertThat(report.missing().locations()).containsExactly(lost.location());
    assertThat(archive.record(object)).isEqualTo(lost);
  }

  @Test
  void dropsLostObjectsOnlyWhenToldAndTheyCanBeSentAgain() throws Exception {
    SyntheticObject object = objects.small(1, 1, 1, 1);
    archive.storage.delete(send(object).location());
    assertThat(reconcile(DROP).repaired()).isEqualTo(new Repaired(0, 0, 1));
    assertThat(archive.index.all()).isEmpty();
    assertThat(archive.index.deletedLocations(FakeServer.STORAGE)).isEmpty();
    assertThat(audited).containsExactly("DELETE [" + object.sopInstance() + "]");
    String again = send(object).location();
    assertThat(archive.storage.locations()).containsExactly(again);
  }

  @Test
  void putsBackWhatCameUnderTheUidOfALostObjectMeanwhile() throws Exception {
    SyntheticObject object = objects.small(1, 1, 1, 1);
    InstanceRecord lost = send(object);
    archive.storage.delete(lost.location());
    archive.index.lose(object.sopInstance());
    InstanceRecord fresh = send(object);
    DroppedObjects dropped = new DroppedObjects(archive.index, archive.storages, indexer, audit);
    assertThat(dropped.drop(FakeServer.STORAGE, List.of(lost))).isZero();
    assertThat(archive.record(object)).isEqualTo(fresh);
  }

  @Test
  void removesWhatDeletedObjectsLeftBehind() throws Exception {
    SyntheticObject object = objects.small(1, 1, 1, 1);
    String location = send(object).location();
    archive.index.lose(object.sopInstance());
    archive.index.leaveDeleted(FakeServer.STORAGE, location);
    Report found = reconcile(LOOK);
    assertThat(found.leftovers()).isEqualTo(1);
    assertThat(found.unindexed().count()).isZero();
    assertThat(reconcile(REPAIR).repaired()).isEqualTo(new Repaired(0, 1, 0));
    assertThat(archive.storage.locations()).isEmpty();
    assertThat(archive.index.deletedLocations(FakeServer.STORAGE)).isEmpty();
  }

  @Test
  void passesOverWhatIsOnItsWayToTheIndex() throws Exception {
    SyntheticObject object = objects.small(1, 1, 1, 1);
    send(object);
    archive.index.lose(object.sopInstance());
    try (var ticket = archive.inFlight.begin()) {
      assertThat(reconcile(REPAIR).unindexed().count()).isZero();
    }
    assertThat(reconcile(LOOK).unindexed().count()).isEqualTo(1);
  }

  @Test
  void tellsOldOnesEvenWhileOthersAreOnTheirWay() throws Exception {
    SyntheticObject object = objects.small(1, 1, 1, 1);
    InstanceRecord record = send(object);
    archive.index.lose(object.sopInstance());
    byte[] file = archive.storage.bytes(record.location());
    archive.storage.putBack(record.location(), file, Instant.now().minus(Duration.ofHours(1)));
    try (var ticket = archive.inFlight.begin()) {
      assertThat(reconcile(LOOK).unindexed().count()).isEqualTo(1);
    }
  }

  @Test
  void keepsTheFirstLocationsAndCountsAll() throws Exception {
    for (int instance = 0; instance < 120; instance++) {
      SyntheticObject object = objects.report(1, 1, 1, instance);
      send(object);
      archive.index.lose(object.sopInstance());
    }
    Report report = reconcile(LOOK);
    assertThat(report.unindexed().count()).isEqualTo(120);
    assertThat(report.unindexed().locations()).hasSize(100);
  }

  @Test
  void leavesWhatIsNoDicomObjectAndTellsOfItEachTime() throws Exception {
    archive.storage.putBack("foreign/1", new byte[] {1, 2, 3}, Instant.EPOCH);
    assertThat(reconcile(REPAIR).repaired()).isEqualTo(new Repaired(0, 0, 0));
    assertThat(reconcile(REPAIR).unindexed().locations()).containsExactly("foreign/1");
  }

  @Test
  void bringsBackAnOlderObjectInPlaceOfALostOneThatIsDropped() throws Exception {
    SyntheticObject object = objects.small(1, 1, 1, 1);
    InstanceRecord old = send(object);
    byte[] file = archive.storage.bytes(old.location());
    archive.index.lose(object.sopInstance());
    SyntheticObject changed =
        new SyntheticObject(
            "changed",
            TransferSyntax.EXPLICIT_LE,
            objects.small(1, 1, 1, 1).dataSet().set(Tag.SeriesDescription, "CHANGED"));
    archive.storage.delete(send(changed).location());
    assertThat(reconcile(new Options(true, true)).repaired()).isEqualTo(new Repaired(1, 0, 1));
    assertThat(archive.record(object).location()).isEqualTo(old.location());
    assertThat(archive.storage.bytes(old.location())).isEqualTo(file);
  }
}
