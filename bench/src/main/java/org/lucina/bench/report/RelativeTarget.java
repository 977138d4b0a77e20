package org.lucina.bench.report;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Predicate;

/**
 * To be so many times as good as another.
 *
 * @param applies the measures of which it speaks
 * @param against the other
 * @param factor how many times as good, below 1 where it may be worse
 */
record RelativeTarget(Predicate<Measure> applies, String against, double factor) implements Target {

  @Override
  public Optional<Verdict> judge(Results results, Measure measure) {
    OptionalDouble ours = results.median(measure, SUBJECT);
    OptionalDouble theirs = results.median(measure, against);
    if (!applies.test(measure) || ours.isEmpty() || theirs.isEmpty()) {
      return Optional.empty();
    }
    double gain = measure.unit().gain(ours.getAsDouble(), theirs.getAsDouble());
    return Optional.of(
        factor < 1
            ? new Verdict(
                "within %s of %s".formatted(times(1 / factor), against),
                times(1 / gain),
                gain >= factor)
            : new Verdict(
                "at least %s %s".formatted(times(factor), against), times(gain), gain >= factor));
  }

  static String times(double factor) {
    return String.format(Locale.ROOT, factor < 9.95 ? "%.2fx" : "%.1fx", factor);
  }
}
