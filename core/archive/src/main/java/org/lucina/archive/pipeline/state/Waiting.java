package org.lucina.archive.pipeline.state;

import java.time.Instant;
import org.lucina.spi.dixel.Reference;
import org.lucina.spi.observer.DixelEvent;
import org.lucina.spi.text.TextDigest;

/**
 * A patient, study or series with which a pipeline goes on later.
 *
 * @param step at which it waits
 * @param token changes with every event of it
 * @param due when the pipeline goes on
 * @param kind what it goes on as
 * @param happened when the last event of it happened
 * @param reference what it is, without a key
 */
public record Waiting(
    String step,
    String token,
    Instant due,
    DixelEvent.Kind kind,
    Instant happened,
    Reference reference) {

  /** Names it within its step, at the same length for all. */
  String subject() {
    return TextDigest.sha256(
        String.join(
            "\n",
            reference.level().name(),
            reference.identifier().orElse(""),
            reference.studyUid().orElse("")));
  }
}
