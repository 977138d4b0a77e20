package org.lucina.archive.pipeline.queue;

import jakarta.jms.JMSException;
import jakarta.jms.Message;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.lucina.spi.observer.DixelEvent;
import org.lucina.spi.pipeline.FailedEvent;

/**
 * Why and when an event failed for good.
 *
 * @param id names the failed event
 * @param time when
 * @param step where
 * @param reason of what kind it is
 * @param error why, without values of a patient
 */
public record Failure(
    String id, Instant time, String step, FailedEvent.Reason reason, String error) {
  static final String ID = "lucinaId";
  private static final String TIME = "lucinaFailedAt";
  private static final String STEP = "lucinaStep";
  private static final String REASON = "lucinaReason";
  private static final String ERROR = "lucinaError";

  /** A new one. */
  public static Failure of(Instant time, String step, FailedEvent.Reason reason, String error) {
    return new Failure(UUID.randomUUID().toString(), time, step, reason, error);
  }

  void write(Message message) throws JMSException {
    message.setStringProperty(ID, id);
    message.setLongProperty(TIME, time.toEpochMilli());
    message.setStringProperty(STEP, step);
    message.setStringProperty(REASON, reason.name());
    message.setStringProperty(ERROR, error);
  }

  static FailedEvent read(Message message) throws JMSException {
    QueuedEvent queued = EventMessages.read(message);
    DixelEvent event = queued.event();
    return new FailedEvent(
        message.getStringProperty(ID),
        event.kind(),
        event.reference(),
        event.time(),
        Instant.ofEpochMilli(message.getLongProperty(TIME)),
        queued.attempts(),
        message.getStringProperty(STEP),
        Optional.ofNullable(message.getStringProperty(REASON))
            .map(FailedEvent.Reason::valueOf)
            .orElse(FailedEvent.Reason.FAILED),
        message.getStringProperty(ERROR));
  }
}
