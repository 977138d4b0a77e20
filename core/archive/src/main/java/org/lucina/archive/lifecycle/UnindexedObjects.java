package org.lucina.archive.lifecycle;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.lucina.archive.index.ArchiveIndex;
import org.lucina.archive.logging.ArchiveLog;
import org.lucina.archive.store.InFlight;
import org.lucina.archive.store.StoredObjectIndexer;
import org.lucina.spi.storage.ObjectChannel;
import org.lucina.spi.storage.Storage;
import org.lucina.spi.storage.StoredObject;

/** Passes over a storage once and finds the objects that the index does not know. */
final class UnindexedObjects {
  private static final int BATCH = 500;

  /** Covers clocks and time stamps of coarse resolution. */
  private static final Duration MARGIN = Duration.ofMinutes(1);

  private final ArchiveIndex index;
  private final InFlight inFlight;
  private final Optional<StoredObjectIndexer> indexer;
  private final Findings unindexed = new Findings();
  private long objects;
  private long leftovers;
  private long passedOver;
  private long indexed;
  private long removed;

  /**
   * A pass that has not begun.
   *
   * @param indexer indexes what is found, empty when it is only to be told
   */
  UnindexedObjects(ArchiveIndex index, InFlight inFlight, Optional<StoredObjectIndexer> indexer) {
    this.index = index;
    this.inFlight = inFlight;
    this.indexer = indexer;
  }

  /** Passes over the objects that were committed since an instant. */
  void pass(String name, Storage storage, Instant since) throws IOException {
    try (Stream<StoredObject> all = storage.committedSince(since)) {
      Iterator<StoredObject> rest = all.iterator();
      while (rest.hasNext()) {
        List<StoredObject> batch = new ArrayList<>(BATCH);
        while (rest.hasNext() && batch.size() < BATCH) {
          batch.add(rest.next());
        }
        objects += batch.size();
        check(name, storage, batch);
      }
    }
  }

  /**
   * The order matters: an object is listed before it is asked which stores are under way, and that
   * before the index is asked; a deletion takes the row, then the object, then the note of it.
   */
  private void check(String name, Storage storage, List<StoredObject> batch) throws IOException {
    Optional<Instant> oldest = inFlight.oldest();
    List<String> locations = batch.stream().map(StoredObject::location).toList();
    Set<String> known = index.indexedLocations(name, locations);
    if (known.size() == batch.size()) {
      return;
    }
    Set<String> deleted = new HashSet<>(index.deletedLocations(name));
    for (StoredObject object : batch) {
      boolean onItsWay =
          oldest.filter(begun -> !object.committed().isBefore(begun.minus(MARGIN))).isPresent();
      if (known.contains(object.location()) || !isThere(storage, object.location())) {
        continue;
      }
      if (onItsWay) {
        passedOver++;
        continue;
      }
      if (deleted.contains(object.location())) {
        leftovers++;
      } else {
        found(name, storage, object);
      }
    }
  }

  private static boolean isThere(Storage storage, String location) throws IOException {
    try (ObjectChannel channel = storage.open(location)) {
      return channel.isOpen();
    } catch (NoSuchFileException deletedMeanwhile) {
      return false;
    }
  }

  private void found(String name, Storage storage, StoredObject object) {
    unindexed.add(object.location());
    ArchiveLog.LOG.unindexed(object.location(), name);
    if (indexer.isPresent()) {
      switch (indexer.get().index(name, storage, object)) {
        case INDEXED -> indexed++;
        case REMOVED -> removed++;
        case LEFT -> {}
      }
    }
  }

  Findings unindexed() {
    return unindexed;
  }

  long objects() {
    return objects;
  }

  /** How many are not indexed and may be on their way to the index. */
  long passedOver() {
    return passedOver;
  }

  long leftovers() {
    return leftovers;
  }

  long indexed() {
    return indexed;
  }

  long removed() {
    return removed;
  }
}
