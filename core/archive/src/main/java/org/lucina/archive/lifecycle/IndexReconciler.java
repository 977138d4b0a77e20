package org.lucina.archive.lifecycle;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.lucina.archive.index.ArchiveIndex;
import org.lucina.archive.index.InstanceRecord;
import org.lucina.archive.logging.ArchiveLog;
import org.lucina.archive.store.InFlight;
import org.lucina.archive.store.StorageChoice;
import org.lucina.archive.store.StorageCleaner;
import org.lucina.archive.store.StoredObjectIndexer;
import org.lucina.spi.server.StorageReconciler;
import org.lucina.spi.storage.Storage;

/** The {@link StorageReconciler}: one pass over the storage, one over the index. */
public final class IndexReconciler implements StorageReconciler {
  /** Covers clocks and time stamps of coarse resolution. */
  private static final Duration MARGIN = Duration.ofMinutes(1);

  private final ArchiveIndex index;
  private final StorageChoice storages;
  private final StorageCleaner cleaner;
  private final StoredObjectIndexer indexer;
  private final InFlight inFlight;
  private final DroppedObjects dropped;

  /** Reconciles storages with an index. */
  IndexReconciler(
      ArchiveIndex index,
      StorageChoice storages,
      StorageCleaner cleaner,
      StoredObjectIndexer indexer,
      InFlight inFlight,
      DroppedObjects dropped) {
    this.index = index;
    this.storages = storages;
    this.cleaner = cleaner;
    this.indexer = indexer;
    this.inFlight = inFlight;
    this.dropped = dropped;
  }

  @Override
  public Report reconcile(String name, Options options) throws IOException {
    Storage storage = storages.named(name);
    // Rows first: a stored object may be the only one left under the UID of a lost one.
    MissingObjects rows = new MissingObjects(index, name, storage);
    Dropping dropping = new Dropping(name, options.dropMissing());
    rows.pass(dropping);
    UnindexedObjects objects =
        new UnindexedObjects(
            index, inFlight, options.repair() ? Optional.of(indexer) : Optional.empty());
    objects.pass(name, storage, Instant.EPOCH);
    long removed = objects.removed() + (options.repair() ? cleaner.removeDeleted(name) : 0);
    Report report =
        new Report(
            objects.objects(),
            rows.rows(),
            rows.missing().found(),
            objects.unindexed().found(),
            objects.leftovers(),
            new Repaired(objects.indexed(), removed, dropping.count));
    ArchiveLog.LOG.reconciled(name, summary(report));
    return report;
  }

  /**
   * Indexes what was stored since the last checkpoint and is not indexed.
   *
   * @return whether that is all of it; not when there is some that may be on its way to the index
   */
  boolean regain(String name) throws IOException {
    UnindexedObjects objects = new UnindexedObjects(index, inFlight, Optional.of(indexer));
    Instant last = index.lastCheckpoint();
    Instant since = last.isBefore(Instant.EPOCH.plus(MARGIN)) ? Instant.EPOCH : last.minus(MARGIN);
    objects.pass(name, storages.named(name), since);
    return objects.passedOver() == 0;
  }

  private final class Dropping implements MissingObjects.Found {
    private final String name;
    private final boolean wanted;
    private long count;

    Dropping(String name, boolean wanted) {
      this.name = name;
      this.wanted = wanted;
    }

    @Override
    public void missing(List<InstanceRecord> batch) {
      if (wanted) {
        count += dropped.drop(name, batch);
      }
    }
  }

  private static String summary(Report report) {
    String text =
        "%d objects, %d rows; %d missing, %d not indexed, %d left behind;"
            + " %d indexed, %d removed, %d dropped";
    return text.formatted(
        report.objects(),
        report.rows(),
        report.missing().count(),
        report.unindexed().count(),
        report.leftovers(),
        report.repaired().indexed(),
        report.repaired().removed(),
        report.repaired().dropped());
  }
}
