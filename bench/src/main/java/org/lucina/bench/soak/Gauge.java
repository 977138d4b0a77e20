package org.lucina.bench.soak;

import java.util.List;
import java.util.function.ToDoubleFunction;

/** One of the things that must not grow, and by how much it may seem to. */
enum Gauge {
  HEAP("live heap in MB", 1e6, 4, 0.05, Gauges::heap),
  RESIDENT("resident memory in MB", 1e6, 20, 0.10, Gauges::resident),
  THREADS("threads", 1, 5, 0.05, Gauges::threads),
  HANDLES("file handles", 1, 8, 0.05, Gauges::handles);

  private final String label;
  private final double unit;
  private final double allowance;
  private final double share;
  private final ToDoubleFunction<Gauges> value;

  Gauge(String label, double unit, double allowance, double share, ToDoubleFunction<Gauges> value) {
    this.label = label;
    this.unit = unit;
    this.allowance = allowance;
    this.share = share;
    this.value = value;
  }

  /** What became of it over the last two thirds of the samples, where warming up is over. */
  Trend trend(List<Gauges> samples) {
    List<Gauges> last = samples.subList(samples.size() / 3, samples.size());
    return Trend.of(last, each -> value.applyAsDouble(each) / unit);
  }

  /** Whether a growth is more than noise: more than a fixed allowance and a share of the mean. */
  boolean isExceededBy(Trend trend) {
    return trend.growth() > allowance + share * trend.mean();
  }

  String label() {
    return label;
  }
}
