package org.lucina.anonymizer.rules.imported;

import java.util.ArrayList;
import java.util.List;

/** Collects what cannot be imported, so that all of it is told at once. */
final class Refusals {
  private static final int MOST_TOLD = 20;

  private final String source;
  private final List<String> all = new ArrayList<>();

  /**
   * Those of one import.
   *
   * @param source what is imported, as messages call it
   */
  Refusals(String source) {
    this.source = source;
  }

  void add(int line, String what, String reason) {
    all.add("line " + line + " (" + what + "): " + reason);
  }

  /** Throws an IllegalArgumentException if there is any, with lines and reasons. */
  void check() {
    if (all.isEmpty()) {
      return;
    }
    int more = all.size() - MOST_TOLD;
    throw new IllegalArgumentException(
        source
            + " cannot be imported: "
            + String.join("; ", all.subList(0, Math.min(all.size(), MOST_TOLD)))
            + (more > 0 ? "; and " + more + " more" : ""));
  }
}
