package org.lucina.archive.store;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.lucina.archive.index.ArchiveIndex;
import org.lucina.archive.logging.ArchiveLog;

/**
 * Removes files that the index no longer needs; what cannot be removed now is tried again.
 *
 * <p>Files of objects that were deleted are in the index until they are gone. Of others whose
 * removal failed only this knows: as long as there are any, no checkpoint may be made, so that a
 * recovery comes back to them.
 */
public final class StorageCleaner {
  /** Doubtful files that are kept in mind at most; beyond, recovery is left to the next start. */
  private static final int MAX_DOUBTFUL = 20_000;

  private final StorageChoice storages;
  private final ArchiveIndex index;
  private final Set<Place> doubtful = ConcurrentHashMap.newKeySet();
  private volatile boolean forgetful;

  private record Place(String storage, String location) {}

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
    } catch (IOException | RuntimeException e) {
      ArchiveLog.LOG.notRemoved(location, storage, e);
      return false;
    }
  }

  /** Removes the file of an object in whose place the index has another, now or later. */
  public void removeSuperseded(String storage, String location) {
    if (!remove(storage, location)) {
      doubt(new Place(storage, location));
    }
  }

  /**
   * Removes the file of an object that could not be indexed, unless the index has it nonetheless: a
   * transaction may have committed although its answer was lost. Where even that cannot be asked it
   * is asked later.
   */
  public void removeUnindexed(String storage, String location) {
    Place place = new Place(storage, location);
    if (!resolve(place)) {
      doubt(place);
    }
  }

  private void doubt(Place place) {
    if (doubtful.size() < MAX_DOUBTFUL) {
      doubtful.add(place);
    } else {
      forgetful = true;
    }
  }

  /** Tells whether a file is indexed or gone. */
  private boolean resolve(Place place) {
    try {
      boolean indexed =
          !index.indexedLocations(place.storage(), List.of(place.location())).isEmpty();
      return indexed || remove(place.storage(), place.location());
    } catch (RuntimeException e) {
      ArchiveLog.LOG.notRemoved(place.location(), place.storage(), e);
      return false;
    }
  }

  /**
   * Tries again to remove files that could not be removed and that no index tells of.
   *
   * @return whether all are gone or indexed
   */
  public boolean resolveDoubts() {
    for (Place place : doubtful) {
      if (!resolve(place)) {
        return false;
      }
      doubtful.remove(place);
    }
    return !forgetful;
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
