package org.lucina.archive.pipeline.queue;

import java.util.Optional;
import org.lucina.spi.observer.DixelEvent;

/**
 * An event in the queue of a pipeline.
 *
 * @param event what happened
 * @param attempts how often it was tried in vain
 * @param after the step after which the pipeline goes on with it; empty to begin
 * @param through the last of the steps with an effect elsewhere that earlier attempts went through;
 *     these are not done again
 */
public record QueuedEvent(
    DixelEvent event, int attempts, Optional<String> after, Optional<String> through) {

  /** One that is new to the pipeline. */
  public static QueuedEvent of(DixelEvent event) {
    return new QueuedEvent(event, 0, Optional.empty(), Optional.empty());
  }

  /** One that a step has made. */
  public static QueuedEvent after(String step, DixelEvent event) {
    return new QueuedEvent(event, 0, Optional.of(step), Optional.empty());
  }

  /** The same after another attempt. */
  public QueuedEvent tried(Optional<String> stepsThrough) {
    return new QueuedEvent(event, attempts + 1, after, stepsThrough.or(() -> through));
  }

  /** The same, with all its attempts anew. */
  public QueuedEvent anew() {
    return new QueuedEvent(event, 0, after, through);
  }
}
