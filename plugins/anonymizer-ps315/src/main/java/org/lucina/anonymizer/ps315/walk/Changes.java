package org.lucina.anonymizer.ps315.walk;

import java.util.ArrayList;
import java.util.List;
import org.lucina.spi.anonymize.Anonymized.Change;

/** What was done to one instance. */
final class Changes {
  private final List<Change> all = new ArrayList<>();
  private boolean timeMoved;

  void add(String path, String action, String rule) {
    all.add(new Change(path, action, rule));
  }

  void timeMoved() {
    timeMoved = true;
  }

  boolean isTimeMoved() {
    return timeMoved;
  }

  List<Change> all() {
    return all;
  }
}
