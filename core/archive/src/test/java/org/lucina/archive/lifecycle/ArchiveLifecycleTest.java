package org.lucina.archive.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lucina.archive.access.AuditTrail;
import org.lucina.archive.store.StoreException;
import org.lucina.archive.store.StoredObjectIndexer;
import org.lucina.archive.testing.ArchiveFixture;
import org.lucina.archive.testing.FakeServer;
import org.lucina.archive.testing.MemoryStorage;
import org.lucina.dicom.testing.SyntheticObject;
import org.lucina.dicom.testing.SyntheticObjects;

class ArchiveLifecycleTest {
  private final ArchiveFixture archive = new ArchiveFixture();
  private final ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor();
  private final AtomicInteger open = new AtomicInteger();
  private final AtomicInteger indexedWhenOpened = new AtomicInteger();
  private final ArchiveLifecycle lifecycle =
      new ArchiveLifecycle(
          archive.server,
          new Recovery(
              archive.index,
              new StoredObjectIndexer(archive.storages, archive.index, archive.cleaner),
              archive.cleaner),
          this::publish,
          executor);

  private AutoCloseable publish() {
    indexedWhenOpened.set(archive.index.all().size());
    open.incrementAndGet();
    return open::decrementAndGet;
  }

  @AfterEach
  void end() {
    executor.shutdownNow();
  }

  private void awaitReady(boolean ready) {
    await().untilAsserted(() -> assertThat(lifecycle.isReady()).isEqualTo(ready));
    await().untilAsserted(() -> assertThat(open).hasValue(ready ? 1 : 0));
  }

  @Test
  void opensWhenTheStorageIsRecovered() throws Exception {
    SyntheticObject object = new SyntheticObjects(1).small(1, 1, 1, 1);
    archive.send(object);
    archive.index.lose(object.sopInstance());
    lifecycle.start();
    awaitReady(true);
    assertThat(indexedWhenOpened).hasValue(1);
  }

  @Test
  void closesWhenTheStorageGoesAwayAndOpensWhenItIsBack() {
    lifecycle.start();
    awaitReady(true);
    archive.server.without(FakeServer.STORAGE);
    awaitReady(false);
    archive.server.with(FakeServer.STORAGE, archive.storage);
    awaitReady(true);
    lifecycle.stop();
    awaitReady(false);
  }

  @Test
  void doesNotOpenForAnotherStorage() throws Exception {
    archive.server.without(FakeServer.STORAGE);
    archive.server.with("other", new MemoryStorage());
    lifecycle.start();
    await().untilAsserted(() -> assertThat(lifecycle.recovered()).containsExactly("other"));
    assertThat(lifecycle.isReady()).isFalse();
  }

  @Test
  void checkpointsUpToTheOldestStoreInFlightAndOnlyWhileOpen() {
    Checkpoints checkpoints =
        new Checkpoints(archive.index, archive.inFlight, archive.cleaner, reconciler(), lifecycle);
    checkpoints.make();
    assertThat(archive.index.lastCheckpoint()).isEqualTo(Instant.EPOCH);
    lifecycle.start();
    awaitReady(true);
    Instant before = Instant.now();
    try (var ticket = archive.inFlight.begin()) {
      Instant begun = Instant.now();
      checkpoints.make();
      assertThat(archive.index.lastCheckpoint()).isBetween(before, begun);
    }
    Instant after = Instant.now();
    checkpoints.make();
    assertThat(archive.index.lastCheckpoint()).isAfterOrEqualTo(after);
  }

  @Test
  void makesNoCheckpointPastAFileInDoubt() {
    Checkpoints checkpoints =
        new Checkpoints(archive.index, archive.inFlight, archive.cleaner, reconciler(), lifecycle);
    lifecycle.start();
    awaitReady(true);
    archive.index.failing(true);
    archive.storage.undeletable(true);
    assertThatThrownBy(() -> archive.send(new SyntheticObjects(1).small(1, 1, 1, 1)))
        .isInstanceOf(StoreException.class);
    checkpoints.make();
    assertThat(archive.index.lastCheckpoint()).isEqualTo(Instant.EPOCH);
    archive.storage.undeletable(false);
    checkpoints.make();
    assertThat(archive.index.lastCheckpoint()).isAfter(Instant.EPOCH);
    assertThat(archive.storage.locations()).isEmpty();
  }

  @Test
  void regainsAcknowledgedObjectsThatCouldNotBeIndexed() throws Exception {
    Checkpoints checkpoints =
        new Checkpoints(archive.index, archive.inFlight, archive.cleaner, reconciler(), lifecycle);
    lifecycle.start();
    awaitReady(true);
    SyntheticObject object = new SyntheticObjects(1).small(1, 1, 1, 1);
    archive.send(object);
    archive.index.loseAcknowledged(object.sopInstance());
    try (var ticket = archive.inFlight.begin()) {
      checkpoints.make();
      assertThat(archive.index.lost()).isEqualTo(1);
    }
    checkpoints.make();
    assertThat(archive.index.lost()).isZero();
    assertThat(archive.index.all()).hasSize(1);
  }

  private IndexReconciler reconciler() {
    StoredObjectIndexer indexer =
        new StoredObjectIndexer(archive.storages, archive.index, archive.cleaner);
    AuditTrail silent = (event, requestor, studies, instances, success, detail) -> {};
    return new IndexReconciler(
        archive.index,
        archive.storages,
        archive.cleaner,
        indexer,
        archive.inFlight,
        new DroppedObjects(archive.index, archive.storages, indexer, silent));
  }
}
