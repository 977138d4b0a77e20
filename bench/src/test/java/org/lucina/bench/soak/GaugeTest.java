package org.lucina.bench.soak;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GaugeTest {
  private static List<Gauges> samples(IntToDoubleFunction handles) {
    return IntStream.range(0, 60)
        .mapToObj(minute -> new Gauges(minute, 1e8, 5e8, 80, handles.applyAsDouble(minute), minute))
        .toList();
  }

  @Test
  void whatGrowsWithTimeIsFound() {
    Trend trend = Gauge.HANDLES.trend(samples(minute -> 400 + minute));

    assertThat(trend.slopePerHour()).isBetween(59.9, 60.1);
    assertThat(trend.growth()).isBetween(38.9, 39.1);
    assertThat(Gauge.HANDLES.isExceededBy(trend)).isTrue();
  }

  @Test
  void whatGrowsWhileItWarmsUpIsFlat() {
    Trend trend = Gauge.HANDLES.trend(samples(minute -> 400 + 10 * Math.min(minute, 15)));

    assertThat(trend.growth()).isZero();
    assertThat(Gauge.HANDLES.isExceededBy(trend)).isFalse();
  }

  @Test
  void whatSwingsIsFlat() {
    Trend trend = Gauge.HANDLES.trend(samples(minute -> 400 + 20 * (minute % 2)));

    assertThat(Gauge.HANDLES.isExceededBy(trend)).isFalse();
    assertThat(Gauge.HEAP.isExceededBy(Gauge.HEAP.trend(samples(minute -> 400)))).isFalse();
  }
}
