package org.lucina.net;

import java.util.HashMap;
import java.util.Map;

/** Counts open associations, in all and by calling AE title; thread-safe. */
final class AssociationLimits {
  private final int max;
  private final Map<String, Integer> byAe = new HashMap<>();
  private int total;

  AssociationLimits(int max) {
    this.max = max;
  }

  /** Takes a place when there is one. */
  synchronized boolean acquire(String aeTitle, int maxOfAe) {
    int ofAe = byAe.getOrDefault(aeTitle, 0);
    if (total >= max || ofAe >= maxOfAe) {
      return false;
    }
    byAe.put(aeTitle, ofAe + 1);
    total++;
    return true;
  }

  /** Gives a place back. */
  synchronized void release(String aeTitle) {
    byAe.computeIfPresent(aeTitle, (title, count) -> count == 1 ? null : count - 1);
    total--;
  }

  synchronized int total() {
    return total;
  }
}
