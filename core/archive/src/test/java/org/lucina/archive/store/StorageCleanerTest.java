package org.lucina.archive.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.lucina.archive.testing.ArchiveFixture;
import org.lucina.archive.testing.FakeServer;
import org.lucina.dicom.testing.SyntheticObject;
import org.lucina.dicom.testing.SyntheticObjects;

/** Files that could not be removed are removed when that is possible again. */
class StorageCleanerTest {
  private final SyntheticObjects objects = new SyntheticObjects(9);
  private final ArchiveFixture archive = new ArchiveFixture();

  @Test
  void aRefusedObjectGoesWhenTheDatabaseIsBack() {
    archive.index.away(true);
    assertThatThrownBy(() -> archive.send(objects.small(1, 1, 1, 1)))
        .isInstanceOf(StoreException.class);
    assertThat(archive.storage.locations()).hasSize(1);
    assertThat(archive.cleaner.resolveDoubts()).isFalse();
    archive.index.away(false);
    assertThat(archive.cleaner.resolveDoubts()).isTrue();
    assertThat(archive.storage.locations()).isEmpty();
  }

  @Test
  void aRefusedObjectGoesWhenTheStorageCanBeWrittenAgain() {
    archive.index.failing(true);
    archive.storage.undeletable(true);
    assertThatThrownBy(() -> archive.send(objects.small(1, 1, 1, 1)))
        .isInstanceOf(StoreException.class);
    assertThat(archive.cleaner.resolveDoubts()).isFalse();
    archive.storage.undeletable(false);
    assertThat(archive.cleaner.resolveDoubts()).isTrue();
    assertThat(archive.storage.locations()).isEmpty();
  }

  @Test
  void theSecondFileOfAnObjectThatWasSentTwiceGoesWhenTheStorageCanBeWrittenAgain()
      throws Exception {
    SyntheticObject object = objects.small(1, 1, 1, 1);
    archive.send(object);
    archive.storage.undeletable(true);
    assertThat(archive.send(object).kind()).isEqualTo(StoreOutcome.Kind.SAME);
    assertThat(archive.cleaner.resolveDoubts()).isFalse();
    archive.storage.undeletable(false);
    assertThat(archive.cleaner.resolveDoubts()).isTrue();
    assertThat(archive.storage.locations()).containsExactly(archive.record(object).location());
  }

  @Test
  void whatTheIndexHasStays() throws Exception {
    archive.index.losingAnswers();
    SyntheticObject object = objects.small(1, 1, 1, 1);
    assertThatThrownBy(() -> archive.send(object)).isInstanceOf(StoreException.class);
    assertThat(archive.cleaner.resolveDoubts()).isTrue();
    String location = archive.record(object).location();
    assertThat(archive.storage.locations()).containsExactly(location);
    assertThat(archive.storage.committedSince(Instant.EPOCH)).hasSize(1);
    assertThat(archive.index.deletedLocations(FakeServer.STORAGE)).isEmpty();
  }
}
