package org.lucina.anonymizer.rules.imported;

import java.util.List;

/**
 * Rules that were made of something else.
 *
 * @param lines of rules, in the form of a rules file
 * @param removeOthers whether attributes that no rule is about are removed
 */
public record Imported(List<String> lines, boolean removeOthers) {
  /** Copies the list. */
  public Imported {
    lines = List.copyOf(lines);
  }
}
