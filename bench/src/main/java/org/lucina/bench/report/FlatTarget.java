package org.lucina.bench.report;

import java.util.Optional;
import java.util.OptionalDouble;

/**
 * To be about as fast at a larger scale as at a smaller one.
 *
 * @param scenario the scenario of whose measures it speaks
 * @param small the smaller scale
 * @param large the larger one, which is judged
 * @param factor how many times worse still counts as flat
 */
record FlatTarget(String scenario, String small, String large, double factor) implements Target {

  @Override
  public Optional<Verdict> judge(Results results, Measure measure) {
    if (!measure.scenario().equals(scenario) || !measure.scale().equals(large)) {
      return Optional.empty();
    }
    OptionalDouble before = results.median(measure.at(small), SUBJECT);
    OptionalDouble now = results.median(measure, SUBJECT);
    if (before.isEmpty() || now.isEmpty()) {
      return Optional.empty();
    }
    double loss = measure.unit().gain(before.getAsDouble(), now.getAsDouble());
    return Optional.of(
        new Verdict(
            "flat, within %s of %s".formatted(RelativeTarget.times(factor), small),
            RelativeTarget.times(loss),
            loss <= factor));
  }
}
