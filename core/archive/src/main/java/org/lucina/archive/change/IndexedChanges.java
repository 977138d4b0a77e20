package org.lucina.archive.change;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lucina.archive.index.IndexChange;
import org.lucina.archive.index.InstanceRecord;
import org.lucina.spi.observer.DixelEvent.Kind;

/**
 * Says what a change to the index is to those who follow the archive: what goes before what comes,
 * parts before the whole when they go, the whole before its parts when they come.
 */
final class IndexedChanges {
  private IndexedChanges() {}

  static List<LoggedChange> of(IndexChange change) {
    Map<String, InstanceRecord> added = new HashMap<>();
    if (!change.removed().isEmpty()) {
      change.added().forEach(instance -> added.put(instance.sopInstance(), instance));
    }
    Set<String> replaced = new HashSet<>();
    List<LoggedChange> changes = new ArrayList<>();
    for (InstanceRecord gone : change.removed()) {
      InstanceRecord other = added.get(gone.sopInstance());
      if (other != null && isInSamePlace(gone, other)) {
        replaced.add(gone.sopInstance());
      } else {
        changes.add(LoggedChange.ofInstance(Kind.DELETED, gone));
      }
    }
    change.ended().series().forEach(by -> changes.add(LoggedChange.ofSeries(Kind.DELETED, by)));
    change.ended().studies().forEach(by -> changes.add(LoggedChange.ofStudy(Kind.DELETED, by)));
    change.begun().studies().forEach(by -> changes.add(LoggedChange.ofStudy(Kind.ADDED, by)));
    change.begun().series().forEach(by -> changes.add(LoggedChange.ofSeries(Kind.ADDED, by)));
    for (InstanceRecord instance : change.added()) {
      boolean isOther = replaced.contains(instance.sopInstance());
      changes.add(LoggedChange.ofInstance(isOther ? Kind.CHANGED : Kind.ADDED, instance));
    }
    return changes;
  }

  private static boolean isInSamePlace(InstanceRecord one, InstanceRecord other) {
    return one.study().equals(other.study()) && one.series().equals(other.series());
  }
}
