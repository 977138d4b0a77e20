package org.lucina.spi.pipeline;

import java.time.Instant;
import org.lucina.spi.dixel.Reference;
import org.lucina.spi.observer.DixelEvent;

/**
 * An event that a pipeline could not work on.
 *
 * @param id names it to {@link PipelineControl#retryFailed}
 * @param kind what happened
 * @param reference to which dixel
 * @param happened when
 * @param failedAt when the last attempt ended
 * @param attempts how many were made
 * @param step at which it failed last
 * @param reason of what kind the failure is
 * @param error why, without values of a patient
 */
public record FailedEvent(
    String id,
    DixelEvent.Kind kind,
    Reference reference,
    Instant happened,
    Instant failedAt,
    int attempts,
    String step,
    Reason reason,
    String error) {

  /** Of what kind a failure is. */
  public enum Reason {
    /** An anonymizer wants somebody to look at it: it may show what no rule covers. */
    REVIEW,
    /** An anonymizer or endpoint does not take such things. */
    REFUSED,
    /** Anything else. */
    FAILED
  }
}
