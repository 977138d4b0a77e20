package org.lucina.archive.pipeline;

import jakarta.jms.JMSException;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.lucina.archive.pipeline.queue.PipelineQueue;
import org.lucina.spi.pipeline.PipelineControl;
import org.lucina.spi.pipeline.PipelineDefinition;
import org.lucina.spi.pipeline.PipelineEngine;

/** Runs pipelines from durable queues. Touches neither broker nor database before one begins. */
public final class QueueingEngine implements PipelineEngine, AutoCloseable {
  private static final long TICK_MILLIS = 500;

  private final Resources resources;
  private final Map<String, Pipeline> open = new ConcurrentHashMap<>();
  private final Map<String, Meters> meters = new ConcurrentHashMap<>();
  private final Future<?> ticks;

  /** An engine without pipelines. */
  public QueueingEngine(Resources resources) {
    this.resources = resources;
    this.ticks =
        resources
            .scheduler()
            .scheduleWithFixedDelay(
                () -> open.values().forEach(Pipeline::tick),
                TICK_MILLIS,
                TICK_MILLIS,
                TimeUnit.MILLISECONDS);
  }

  @Override
  public void check(PipelineDefinition definition) {
    checkNumbers(definition);
    new Machinery(definition, resources, checked -> {});
  }

  @Override
  public PipelineControl open(PipelineDefinition definition) {
    checkNumbers(definition);
    Machinery machinery =
        new Machinery(definition, resources, closed -> closed(definition.name(), closed));
    Pipeline pipeline = new Pipeline(machinery);
    if (open.putIfAbsent(definition.name(), pipeline) != null) {
      throw new IllegalStateException("pipeline '" + definition.name() + "' is open already");
    }
    meters.put(definition.name(), new Meters(resources.metrics(), definition.name(), pipeline));
    return pipeline;
  }

  private void closed(String name, Pipeline pipeline) {
    if (open.get(name) == pipeline) {
      meters.remove(name).close();
      open.remove(name);
    }
  }

  private static void checkNumbers(PipelineDefinition definition) {
    if (definition.concurrency() < 1 || definition.attempts() < 1) {
      throw new IllegalArgumentException("concurrency and attempts are 1 or more");
    }
    if (definition.ratePerMinute() < 0
        || definition.retryDelay().isNegative()
        || definition.maxRetryDelay().isNegative()) {
      throw new IllegalArgumentException("rate and delays are not negative");
    }
    if (definition.name().isBlank() || definition.name().length() > 255) {
      throw new IllegalArgumentException("the name of a pipeline has 1 to 255 characters");
    }
  }

  @Override
  public long forget(String pipeline) {
    if (open.containsKey(pipeline)) {
      throw new IllegalStateException("pipeline '" + pipeline + "' is open");
    }
    try (PipelineQueue queue = resources.queue(pipeline, false)) {
      long forgotten = queue.forget() + resources.room().forget(pipeline);
      resources.positions().forget(pipeline);
      return forgotten;
    } catch (JMSException | SQLException e) {
      throw new IllegalStateException("pipeline '" + pipeline + "' cannot be forgotten", e);
    }
  }

  @Override
  public void close() {
    ticks.cancel(false);
    List.copyOf(open.values()).forEach(Pipeline::close);
  }
}
