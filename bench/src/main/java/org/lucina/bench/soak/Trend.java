package org.lucina.bench.soak;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * The line that fits samples best (least squares).
 *
 * @param first value of the first sample
 * @param last value of the last sample
 * @param mean of all values
 * @param slopePerHour how much the line rises in an hour
 * @param growth how much it rises from the first sample to the last
 */
record Trend(double first, double last, double mean, double slopePerHour, double growth) {
  private static final int MINUTES = 60;

  static Trend of(List<Gauges> samples, ToDoubleFunction<Gauges> value) {
    double meanMinute = samples.stream().mapToDouble(Gauges::minute).average().orElseThrow();
    double mean = samples.stream().mapToDouble(value).average().orElseThrow();
    double products = 0;
    double squares = 0;
    for (Gauges sample : samples) {
      double minutes = sample.minute() - meanMinute;
      products += minutes * (value.applyAsDouble(sample) - mean);
      squares += minutes * minutes;
    }
    double slope = squares == 0 ? 0 : products / squares;
    Gauges first = samples.get(0);
    Gauges last = samples.get(samples.size() - 1);
    return new Trend(
        value.applyAsDouble(first),
        value.applyAsDouble(last),
        mean,
        slope * MINUTES,
        slope * (last.minute() - first.minute()));
  }
}
