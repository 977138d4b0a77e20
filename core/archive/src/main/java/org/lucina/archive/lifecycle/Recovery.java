package org.lucina.archive.lifecycle;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.lucina.archive.index.ArchiveIndex;
import org.lucina.archive.logging.ArchiveLog;
import org.lucina.archive.store.StorageCleaner;
import org.lucina.archive.store.StoredObjectIndexer;
import org.lucina.spi.storage.Storage;
import org.lucina.spi.storage.StoredObject;

/**
 * Brings the index up to date with a storage after a crash: removes what was deleted, then indexes
 * what was committed and is not indexed.
 */
public final class Recovery {
  /** Covers clocks and time stamps of coarse resolution. */
  private static final Duration MARGIN = Duration.ofMinutes(1);

  private static final int BATCH = 500;

  private final ArchiveIndex index;
  private final StoredObjectIndexer indexer;
  private final StorageCleaner cleaner;

  /** Recovers into an index. */
  public Recovery(ArchiveIndex index, StoredObjectIndexer indexer, StorageCleaner cleaner) {
    this.index = index;
    this.indexer = indexer;
    this.cleaner = cleaner;
  }

  /**
   * Recovers one storage.
   *
   * @throws IOException when the storage cannot be read
   * @throws org.lucina.archive.index.IndexException when the database is away
   */
  public void recover(String name, Storage storage) throws IOException {
    Instant last = index.lastCheckpoint();
    Instant since = last.isBefore(Instant.EPOCH.plus(MARGIN)) ? Instant.EPOCH : last.minus(MARGIN);
    Progress progress = new Progress();
    progress.removed = cleaner.removeDeleted(name);
    progress.deleted = Set.copyOf(index.deletedLocations(name));
    try (Stream<StoredObject> committed = storage.committedSince(since)) {
      Iterator<StoredObject> objects = committed.iterator();
      while (objects.hasNext()) {
        List<StoredObject> batch = new ArrayList<>(BATCH);
        while (objects.hasNext() && batch.size() < BATCH) {
          batch.add(objects.next());
        }
        indexMissing(name, storage, batch, progress);
      }
    }
    ArchiveLog.LOG.recovered(
        name, progress.seen, since.toString(), progress.indexed, progress.removed);
  }

  private static final class Progress {
    long seen;
    long indexed;
    long removed;

    /** What could not be removed now must not come back. */
    Set<String> deleted = Set.of();
  }

  private void indexMissing(
      String name, Storage storage, List<StoredObject> batch, Progress progress) {
    List<String> locations = batch.stream().map(StoredObject::location).toList();
    Set<String> indexed = index.indexedLocations(name, locations);
    for (StoredObject object : batch) {
      progress.seen++;
      if (!indexed.contains(object.location()) && !progress.deleted.contains(object.location())) {
        switch (indexer.index(name, storage, object)) {
          case INDEXED -> progress.indexed++;
          case REMOVED -> progress.removed++;
          case LEFT -> {}
        }
      }
    }
  }
}
