package org.lucina.bench.report;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/** All figures of a run, in the order in which they came. */
public final class Results {
  private final List<String> order;
  private final List<Sample> samples = new ArrayList<>();

  /** Makes an empty one that tells peers in some order, and others after them. */
  public Results(List<String> order) {
    this.order = List.copyOf(order);
  }

  /** Adds one. */
  public void add(Sample sample) {
    samples.add(sample);
  }

  /** All of them. */
  public List<Sample> samples() {
    return List.copyOf(samples);
  }

  /** What was measured. */
  public List<Measure> measures() {
    return samples.stream().map(Sample::measure).distinct().toList();
  }

  /** Whose figures there are. */
  public List<String> peers() {
    return Stream.concat(
            order.stream().filter(peer -> samples.stream().anyMatch(s -> s.peer().equals(peer))),
            samples.stream().map(Sample::peer))
        .distinct()
        .toList();
  }

  /** The median of a peer's figures. */
  public OptionalDouble median(Measure measure, String peer) {
    return median(measure, peer, Sample::value);
  }

  /** The median of a peer's processor time for one object or operation, in milliseconds. */
  public OptionalDouble cpuMillis(Measure measure, String peer) {
    return median(measure, peer, Sample::cpuMillis);
  }

  private OptionalDouble median(Measure measure, String peer, ToDoubleFunction<Sample> figure) {
    double[] values =
        samples.stream()
            .filter(sample -> sample.measure().equals(measure) && sample.peer().equals(peer))
            .mapToDouble(figure)
            .filter(value -> !Double.isNaN(value))
            .sorted()
            .toArray();
    if (values.length == 0) {
      return OptionalDouble.empty();
    }
    int middle = values.length / 2;
    return OptionalDouble.of(
        values.length % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2);
  }
}
