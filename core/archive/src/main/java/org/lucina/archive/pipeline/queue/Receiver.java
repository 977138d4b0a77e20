package org.lucina.archive.pipeline.queue;

import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.MessageProducer;
import jakarta.jms.Session;
import java.time.Duration;
import java.util.Optional;

/**
 * Takes events out of a queue. They are gone from it, and what was put in place of them is there,
 * with {@link #commit}; until then a crash brings them back. For one thread.
 */
public final class Receiver implements AutoCloseable {
  private final Session session;
  private final MessageConsumer consumer;
  private final MessageProducer events;
  private final MessageProducer failed;
  private final boolean ordered;

  Receiver(Session session, QueueNames names, boolean ordered) throws JMSException {
    this.session = session;
    this.ordered = ordered;
    try {
      this.events = session.createProducer(session.createQueue(names.events()));
      this.failed = session.createProducer(session.createQueue(names.failed()));
      this.consumer = session.createConsumer(session.createQueue(names.events()));
    } catch (JMSException e) {
      session.close();
      throw e;
    }
  }

  /** The next event, waiting for one if asked to. */
  public Optional<QueuedEvent> next(Duration patience) throws JMSException {
    Message message =
        patience.isZero() ? consumer.receiveNoWait() : consumer.receive(patience.toMillis());
    return message == null ? Optional.empty() : Optional.of(EventMessages.read(message));
  }

  /** Has an event come after a while. */
  public void send(QueuedEvent event, Duration delay) throws JMSException {
    events.setDeliveryDelay(delay.toMillis());
    events.send(EventMessages.write(session, event, ordered));
  }

  /** Puts an event into the failed list. */
  public void fail(QueuedEvent event, Failure failure) throws JMSException {
    Message message = EventMessages.write(session, event, ordered);
    failure.write(message);
    failed.send(message);
  }

  /** For good. */
  public void commit() throws JMSException {
    session.commit();
  }

  /** All since the last commit is as it was. */
  public void rollback() throws JMSException {
    session.rollback();
  }

  @Override
  public void close() throws JMSException {
    session.close();
  }
}
