package org.lucina.archive.pipeline;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import org.lucina.spi.pipeline.PipelineControl;
import org.lucina.spi.pipeline.PipelineStatus;

/**
 * The numbers of a pipeline among the server's metrics, as {@code lucina.pipeline.processed}.
 *
 * <p>The registry that WildFly gives to deployments passes on what is asked of itself, but not what
 * Micrometer's builders register.
 */
final class Meters implements AutoCloseable {
  private static final String TAG = "pipeline";

  private final MeterRegistry registry;
  private final String name;
  private final PipelineControl pipeline;
  private final List<String> meters = new ArrayList<>();

  /** Those of a pipeline, there until they are closed. */
  Meters(MeterRegistry registry, String name, PipelineControl pipeline) {
    this.registry = registry;
    this.name = name;
    this.pipeline = pipeline;
    count("received", PipelineStatus::received);
    count("processed", PipelineStatus::processed);
    count("dropped", PipelineStatus::dropped);
    count("retried", PipelineStatus::retried);
    gauge("failed", PipelineStatus::failed);
    gauge("queued", PipelineStatus::queued);
    gauge("waiting", PipelineStatus::waiting);
  }

  private void count(String what, ToLongFunction<PipelineStatus> read) {
    registry
        .more()
        .counter(meter(what), Tags.of(TAG, name), pipeline, it -> read.applyAsLong(it.status()));
  }

  private void gauge(String what, ToLongFunction<PipelineStatus> read) {
    registry.gauge(meter(what), Tags.of(TAG, name), pipeline, it -> read.applyAsLong(it.status()));
  }

  private String meter(String what) {
    String meter = "lucina.pipeline." + what;
    meters.add(meter);
    return meter;
  }

  @Override
  public void close() {
    for (String meter : meters) {
      registry.find(meter).tag(TAG, name).meters().forEach(registry::remove);
    }
  }
}
