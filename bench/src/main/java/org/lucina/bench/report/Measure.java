package org.lucina.bench.report;

/**
 * Something that is measured, of each peer alike.
 *
 * @param scenario the scenario it belongs to
 * @param name what it is, within the scenario
 * @param scale how many take part in it, such as senders or studies; may be empty
 * @param unit what its figures count
 */
public record Measure(String scenario, String name, String scale, Unit unit) {

  /** The same at another scale. */
  Measure at(String other) {
    return new Measure(scenario, name, other, unit);
  }
}
