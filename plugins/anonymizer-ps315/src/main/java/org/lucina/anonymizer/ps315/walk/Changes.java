package org.lucina.anonymizer.ps315.walk;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.lucina.spi.anonymize.Anonymized.Change;

/** What was done to one instance. */
final class Changes {
  /** The action of what was left, though it may identify somebody. */
  static final String SUSPICIOUS = "suspicious";

  private final List<Change> all = new ArrayList<>();

  void add(String path, String action, String rule) {
    all.add(new Change(path, action, rule));
  }

  /** Attributes outside of sequences that were changed, or in whose items something was. */
  Set<Integer> changedAtTop() {
    Set<Integer> tags = new HashSet<>();
    for (Change change : all) {
      if (!change.action().equals(SUSPICIOUS)) {
        String digits = change.path().substring(1, 5) + change.path().substring(6, 10);
        tags.add(Integer.parseUnsignedInt(digits, 16));
      }
    }
    return tags;
  }

  List<Change> all() {
    return all;
  }
}
