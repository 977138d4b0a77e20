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
    String error) {}
