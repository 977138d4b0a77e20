package org.lucina.archive.index;

import java.util.List;

/**
 * What one transaction did to the index, taken together.
 *
 * @param added instances that are there now and were not before; one that replaces another has its
 *     SOP Instance UID in {@code removed} as well
 * @param removed instances that were there before and are there no longer
 * @param begun studies and series that came with the added
 * @param ended studies and series that went with the removed
 */
public record IndexChange(
    List<InstanceRecord> added, List<InstanceRecord> removed, Parents begun, Parents ended) {

  /** Copies the lists. */
  public IndexChange {
    added = List.copyOf(added);
    removed = List.copyOf(removed);
  }

  /** Whether nothing was done. */
  public boolean isEmpty() {
    return added.isEmpty() && removed.isEmpty();
  }

  /**
   * Studies and series, each by one of its instances.
   *
   * @param studies one instance of each study
   * @param series one instance of each series
   */
  public record Parents(List<InstanceRecord> studies, List<InstanceRecord> series) {
    /** Copies the lists. */
    public Parents {
      studies = List.copyOf(studies);
      series = List.copyOf(series);
    }

    /** None. */
    public static Parents none() {
      return new Parents(List.of(), List.of());
    }
  }
}
