package org.lucina.archive.store;

import java.io.IOException;
import java.util.List;
import org.lucina.archive.index.ArchiveIndex;
import org.lucina.archive.logging.ArchiveLog;

/** Removes files that the index no longer needs; what cannot be removed now is tried again. */
public final class StorageCleaner {
  private final StorageChoice storages;
  private final ArchiveIndex index;

  /** Cleans the storages. */
  public StorageCleaner(StorageChoice storages, ArchiveIndex index) {
    this.storages = storages;
    this.index = index;
  }

  /** Removes files of a storage together, which costs it less; tells which are gone. */
  public List<String> remove(String storage, List<String> locations) {
    try {
      storages.named(storage).delete(locations);
      return locations;
    } catch (IOException e) {
      return locations.stream().filter(location -> remove(storage, location)).toList();
    }
  }

  /** Removes one file; tells whether it is gone. */
  public boolean remove(String storage, String location) {
    try {
      storages.named(storage).delete(location);
      return true;
    } catch (IOException e) {
      ArchiveLog.LOG.notRemoved(location, storage, e);
      return false;
    }
  }

  /**
   * Removes the file of an object that could not be indexed, unless the index has it nonetheless: a
   * transaction may have committed although its answer was lost. Where even that cannot be asked
   * the file stays, and the next recovery indexes or removes it.
   */
  public void removeUnindexed(String storage, String location) {
    boolean indexed;
    try {
      indexed = !index.indexedLocations(storage, List.of(location)).isEmpty();
    } catch (RuntimeException e) {
      ArchiveLog.LOG.notRemoved(location, storage, e);
      return;
    }
    if (!indexed) {
      remove(storage, location);
    }
  }

  /** Removes the files of objects that were deleted or superseded; tells how many. */
  public int removeDeleted(String storage) {
    List<String> gone = remove(storage, index.deletedLocations(storage));
    if (!gone.isEmpty()) {
      index.forgetDeleted(storage, gone);
    }
    return gone.size();
  }
}
