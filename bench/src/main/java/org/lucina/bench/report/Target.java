package org.lucina.bench.report;

import java.util.Optional;

/** A figure that Lucina is to reach. */
public interface Target {

  /** The peer of which targets speak. */
  String SUBJECT = "Lucina";

  /** Judges a measure, empty where the target does not speak of it or a figure is missing. */
  Optional<Verdict> judge(Results results, Measure measure);

  /**
   * Whether a target is met.
   *
   * @param target what was to be reached
   * @param reached what was
   * @param met whether that is enough
   */
  record Verdict(String target, String reached, boolean met) {
    @Override
    public String toString() {
      return target + ": " + (met ? "met" : "**MISSED**") + " (" + reached + ")";
    }
  }
}
