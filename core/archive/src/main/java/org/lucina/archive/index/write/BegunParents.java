package org.lucina.archive.index.write;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.lucina.archive.index.IndexChange;
import org.lucina.archive.index.InstanceRecord;

/** Collects the studies and series that objects of a batch begin. */
final class BegunParents {
  private final List<InstanceRecord> studies = new ArrayList<>();
  private final List<InstanceRecord> series = new ArrayList<>();
  private final Set<Long> seen = new HashSet<>();

  /** An object was added to a series. */
  void added(InstanceRecord record, ParentRow itsSeries) {
    ParentRow study = itsSeries.parent();
    if (study.isNew() && seen.add(study.id())) {
      studies.add(record);
    }
    if (itsSeries.isNew() && seen.add(itsSeries.id())) {
      series.add(record);
    }
  }

  IndexChange.Parents all() {
    return new IndexChange.Parents(studies, series);
  }
}
