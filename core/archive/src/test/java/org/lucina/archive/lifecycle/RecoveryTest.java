package org.lucina.archive.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lucina.archive.index.IndexException;
import org.lucina.archive.index.InstanceRecord;
import org.lucina.archive.index.NewInstance;
import org.lucina.archive.store.StoredObjectIndexer;
import org.lucina.archive.testing.ArchiveFixture;
import org.lucina.archive.testing.FakeServer;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Tag;
import org.lucina.dicom.TransferSyntax;
import org.lucina.dicom.testing.SyntheticObject;
import org.lucina.dicom.testing.SyntheticObjects;
import org.lucina.spi.server.ArchiveSettings.Duplicates;
import org.lucina.spi.storage.StorageUpload;

class RecoveryTest {
  private final SyntheticObjects objects = new SyntheticObjects(3);
  private final ArchiveFixture archive = new ArchiveFixture();
  private Recovery recovery;

  static java.util.List<SyntheticObject> everyKind() {
    return new SyntheticObjects(3).everyKind();
  }

  @BeforeEach
  void prepare() {
    StoredObjectIndexer indexer =
        new StoredObjectIndexer(archive.storages, archive.index, archive.cleaner);
    recovery = new Recovery(archive.index, indexer, archive.cleaner);
  }

  private void recover() throws Exception {
    recovery.recover(FakeServer.STORAGE, archive.storage);
  }

  @ParameterizedTest
  @MethodSource("everyKind")
  void indexesWhatWasStoredAndLostFromTheIndexAsItWasBefore(SyntheticObject object)
      throws Exception {
    archive.send(object);
    NewInstance before = archive.index.get(object.sopInstance());
    archive.index.lose(object.sopInstance());
    recover();
    NewInstance after = archive.index.get(object.sopInstance());
    assertThat(after.record()).isEqualTo(before.record());
    assertThat(after.header()).isEqualTo(before.header());
    assertThat(after.frameIndex()).isEqualTo(before.frameIndex());
    assertThat(after.sourceAe()).isEqualTo("SENDER");
  }

  @Test
  void leavesWhatIsIndexedAlone() throws Exception {
    SyntheticObject object = objects.small(1, 1, 1, 1);
    archive.send(object);
    NewInstance before = archive.index.get(object.sopInstance());
    recover();
    assertThat(archive.index.get(object.sopInstance())).isSameAs(before);
    assertThat(archive.storage.locations()).containsExactly(before.record().location());
  }

  @Test
  void doesNotBringDeletedObjectsBack() throws Exception {
    SyntheticObject object = objects.small(1, 1, 1, 1);
    archive.send(object);
    String location = archive.record(object).location();
    archive.index.lose(object.sopInstance());
    archive.index.leaveDeleted(FakeServer.STORAGE, location);
    recover();
    assertThat(archive.index.all()).isEmpty();
    assertThat(archive.storage.locations()).isEmpty();
    assertThat(archive.index.deletedLocations(FakeServer.STORAGE)).isEmpty();
  }

  @Test
  void removesAnOlderObjectThatWasReplacedInsteadOfPuttingItBack() throws Exception {
    archive.server.duplicates(Duplicates.REPLACE);
    SyntheticObject first = objects.small(1, 1, 1, 1);
    archive.send(first);
    InstanceRecord old = archive.record(first);
    byte[] oldFile = archive.storage.bytes(old.location());
    DataSet changed = objects.small(1, 1, 1, 1).dataSet().set(Tag.SeriesDescription, "CHANGED");
    archive.send(new SyntheticObject("changed", TransferSyntax.EXPLICIT_LE, changed));
    InstanceRecord current = archive.record(first);
    archive.storage.putBack(old.location(), oldFile, old.received());
    recover();
    assertThat(archive.record(first)).isEqualTo(current);
    assertThat(archive.storage.locations()).containsExactly(current.location());
  }

  @Test
  void leavesFilesThatItCannotReadWhereTheyAre() throws Exception {
    try (StorageUpload upload = archive.storage.begin("foreign")) {
      upload.write(ByteBuffer.wrap(new byte[] {1, 2, 3}));
      upload.commit();
    }
    archive.send(objects.small(1, 1, 1, 1));
    recover();
    assertThat(archive.storage.locations()).hasSize(2);
    assertThat(archive.index.all()).hasSize(1);
  }

  @Test
  void doesNotBringDeletedObjectsBackThatCannotBeRemovedNow() throws Exception {
    SyntheticObject object = objects.small(1, 1, 1, 1);
    archive.send(object);
    String location = archive.record(object).location();
    archive.index.lose(object.sopInstance());
    archive.index.leaveDeleted(FakeServer.STORAGE, location);
    archive.storage.undeletable(true);
    recover();
    assertThat(archive.index.all()).isEmpty();
    archive.storage.undeletable(false);
    recover();
    assertThat(archive.index.all()).isEmpty();
    assertThat(archive.storage.locations()).isEmpty();
  }

  @Test
  void failsWhileTheDatabaseIsAwayInsteadOfLeavingObjects() throws Exception {
    SyntheticObject object = objects.small(1, 1, 1, 1);
    archive.send(object);
    archive.index.lose(object.sopInstance());
    archive.index.away(true);
    assertThatThrownBy(this::recover).isInstanceOf(IndexException.class);
    archive.index.away(false);
    recover();
    assertThat(archive.index.all()).hasSize(1);
  }
}
