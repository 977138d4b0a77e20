package org.lucina.bench.report;

import java.util.Optional;
import java.util.function.Predicate;

/**
 * To stay below a limit.
 *
 * @param applies the measures of which it speaks
 * @param limit the limit, in the measure's unit
 */
record AbsoluteTarget(Predicate<Measure> applies, double limit) implements Target {

  @Override
  public Optional<Verdict> judge(Results results, Measure measure) {
    if (!applies.test(measure) || results.median(measure, SUBJECT).isEmpty()) {
      return Optional.empty();
    }
    double value = results.median(measure, SUBJECT).getAsDouble();
    Unit unit = measure.unit();
    return Optional.of(
        new Verdict(
            "below " + unit.format(limit) + " " + unit.symbol(),
            unit.format(value) + " " + unit.symbol(),
            value < limit));
  }
}
