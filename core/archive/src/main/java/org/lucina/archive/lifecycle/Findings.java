package org.lucina.archive.lifecycle;

import java.util.ArrayList;
import java.util.List;
import org.lucina.spi.server.StorageReconciler;
import org.lucina.spi.server.StorageReconciler.Found;

/** Counts faults of one kind and keeps the first locations. */
final class Findings {
  private final List<String> first = new ArrayList<>();
  private long count;

  void add(String location) {
    count++;
    if (first.size() < StorageReconciler.LOCATIONS) {
      first.add(location);
    }
  }

  Found found() {
    return new Found(count, first);
  }
}
