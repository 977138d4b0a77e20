package org.lucina.spi.pipeline;

import java.time.Instant;
import java.util.Optional;

/**
 * How a pipeline is doing. Counters begin with the server's start.
 *
 * @param state what it does
 * @param received events that its observers told
 * @param processed events that went through all steps
 * @param dropped events that a filter or a bundle ended
 * @param retried attempts that failed and are made again
 * @param failed events in its failed list
 * @param queued events that wait to be worked on, those of later retries included
 * @param waiting studies and series that wait to be stable
 * @param lastEvent when an event went through all steps last
 * @param lastError why an attempt failed last, or an observer is in trouble
 */
public record PipelineStatus(
    State state,
    long received,
    long processed,
    long dropped,
    long retried,
    long failed,
    long queued,
    long waiting,
    Optional<Instant> lastEvent,
    Optional<String> lastError) {

  /** What a pipeline does. */
  public enum State {
    /** Something that it names is not there. */
    WAITING,
    /** It is not started. */
    STOPPED,
    /** It works. */
    RUNNING,
    /** It works on what it has and takes no more. */
    DRAINING,
    /** It will work when its daily window opens. */
    CLOSED
  }
}
