package org.lucina.spi.server;

import java.io.IOException;
import java.util.List;

/** Compares what a storage holds with what the index knows of it, both ways, and mends it. */
@FunctionalInterface
public interface StorageReconciler {
  /** How many locations of a kind are told at most. */
  int LOCATIONS = 100;

  /**
   * Passes over the storage and the index once, while objects may come and go: these are no faults.
   * What was stored so shortly before that it may still be on its way to the index is passed over.
   *
   * @param storage name of the storage resource
   * @throws IOException when the storage cannot be read
   */
  Report reconcile(String storage, Options options) throws IOException;

  /**
   * What is done about what is found.
   *
   * @param repair indexes objects that are not indexed, or removes them where the index has another
   *     in their place, and removes what deleted objects left behind
   * @param dropMissing takes objects that the storage does not have out of the index
   */
  record Options(boolean repair, boolean dropMissing) {}

  /**
   * What was found, and what was done about it.
   *
   * @param objects objects that the storage holds
   * @param rows objects that the index knows in it
   * @param missing objects that the index knows and the storage does not hold
   * @param unindexed objects that the storage holds and the index does not know
   * @param leftovers objects that were deleted and whose bytes are still in the storage
   * @param repaired what was done
   */
  record Report(
      long objects, long rows, Found missing, Found unindexed, long leftovers, Repaired repaired) {}

  /**
   * Faults of one kind.
   *
   * @param count how many there are
   * @param locations where the first {@value #LOCATIONS} of them are, in the storage's own terms
   */
  record Found(long count, List<String> locations) {

    /** Copies the list. */
    public Found {
      locations = List.copyOf(locations);
    }
  }

  /**
   * What was done.
   *
   * @param indexed objects that were put into the index
   * @param removed objects and leftovers that were removed from the storage
   * @param dropped objects that were taken out of the index
   */
  record Repaired(long indexed, long removed, long dropped) {}
}
