package org.lucina.spi.pipeline;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * A pipeline as administrators define it.
 *
 * @param name of its resource
 * @param enabled whether it runs when the server does
 * @param observers names of those whose events it takes
 * @param source name of the endpoint that has the dixels of the events; without it only steps are
 *     possible that need no more than the event tells
 * @param steps in order
 * @param concurrency how many events are in work at once, from 1
 * @param ordered whether events of one study are worked on one after another, in their order
 * @param ratePerMinute how many events are begun in a minute at most; 0 for any number
 * @param window when events are begun; at any time without it
 * @param attempts how often an event is tried before it goes to the failed list, from 1
 * @param retryDelay between the first attempt and the second; each later one is twice as long
 * @param maxRetryDelay the longest of these
 */
public record PipelineDefinition(
    String name,
    boolean enabled,
    List<String> observers,
    Optional<String> source,
    List<StepDefinition> steps,
    int concurrency,
    boolean ordered,
    int ratePerMinute,
    Optional<DailyWindow> window,
    int attempts,
    Duration retryDelay,
    Duration maxRetryDelay) {

  /** Copies the lists. */
  public PipelineDefinition {
    observers = List.copyOf(observers);
    steps = List.copyOf(steps);
  }
}
