package org.lucina.archive.pipeline;

import java.time.Duration;
import org.lucina.archive.pipeline.queue.QueuedEvent;
import org.lucina.spi.pipeline.PipelineDefinition;

/**
 * How events of a pipeline are worked on.
 *
 * @param pipeline its name
 * @param ordered whether an event that fails holds up those behind it
 * @param alone whether each event is committed by itself, so that a crash repeats no other
 * @param gathers whether there are studies and series that wait
 * @param attempts how often an event is tried
 * @param retryDelay between the first attempt and the second
 * @param maxRetryDelay the longest
 */
record Work(
    String pipeline,
    boolean ordered,
    boolean alone,
    boolean gathers,
    int attempts,
    Duration retryDelay,
    Duration maxRetryDelay) {

  static Work of(PipelineDefinition definition, boolean tells, boolean gathers) {
    return new Work(
        definition.name(),
        definition.ordered(),
        tells,
        gathers,
        definition.attempts(),
        definition.retryDelay(),
        definition.maxRetryDelay());
  }

  /** Whether an event that failed once more is tried again. */
  boolean isTriedAgain(QueuedEvent event) {
    return event.attempts() + 1 < attempts;
  }

  /** How long until that. */
  Duration delay(QueuedEvent event) {
    int doublings = Math.min(event.attempts(), 30);
    Duration delay = retryDelay.multipliedBy(1L << doublings);
    return delay.compareTo(maxRetryDelay) < 0 ? delay : maxRetryDelay;
  }
}
