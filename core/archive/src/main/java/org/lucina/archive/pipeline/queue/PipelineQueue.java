package org.lucina.archive.pipeline.queue;

import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageProducer;
import jakarta.jms.Queue;
import jakarta.jms.Session;
import java.util.List;
import java.util.function.Function;
import org.lucina.spi.text.TextDigest;

/**
 * The queue of a pipeline in the broker. It is made when it is first used, and stays. Thread-safe.
 */
public final class PipelineQueue implements AutoCloseable {
  private static final String DUPLICATE_ID = "_AMQ_DUPL_ID";

  private final Link link;
  private final QueueNames names;
  private final boolean ordered;

  /**
   * A queue that is not touched yet.
   *
   * @param ordered whether events of one study are handed out one after another
   */
  public PipelineQueue(Broker broker, String pipeline, boolean ordered) {
    this.link = new Link(broker, ordered);
    this.names = QueueNames.of(pipeline);
    this.ordered = ordered;
  }

  /**
   * Puts events into the queue, all or none of them; they survive a crash when this returns. One
   * whose name the broker remembers is left out.
   *
   * @param name names an event for ever
   */
  public void send(List<QueuedEvent> events, Function<QueuedEvent, String> name)
      throws JMSException {
    try (Session session = link.transacted()) {
      send(session, events, name);
      session.commit();
    } catch (JMSException e) {
      if (!Duplicates.isOne(e)) {
        throw e;
      }
      // Some were sent before, and the broker refuses all of a transaction then.
      sendOneByOne(events, name);
    }
  }

  private void sendOneByOne(List<QueuedEvent> events, Function<QueuedEvent, String> name)
      throws JMSException {
    for (QueuedEvent event : events) {
      try (Session session = link.transacted()) {
        send(session, List.of(event), name);
        session.commit();
      } catch (JMSException e) {
        if (!Duplicates.isOne(e)) {
          throw e;
        }
      }
    }
  }

  private void send(Session session, List<QueuedEvent> events, Function<QueuedEvent, String> name)
      throws JMSException {
    try (MessageProducer producer = session.createProducer(events(session))) {
      for (QueuedEvent event : events) {
        Message message = EventMessages.write(session, event, ordered);
        // Of one length, and without what the name may tell in the broker's log.
        message.setStringProperty(DUPLICATE_ID, TextDigest.sha256(name.apply(event)));
        producer.send(message);
      }
    }
  }

  /** Takes events out, for one thread; close it. */
  public Receiver receiver() throws JMSException {
    return new Receiver(link.transacted(), names, ordered);
  }

  /** What failed. */
  public FailedList failed() {
    return new FailedList(link, names, ordered);
  }

  /** How many events are in it, those in work and those of later retries included. */
  public long size() throws JMSException {
    return QueueControl.size(link, names.events());
  }

  /**
   * Removes it and the failed list.
   *
   * @return how many events were in them
   */
  public long forget() throws JMSException {
    return QueueControl.remove(link, names.events()) + QueueControl.remove(link, names.failed());
  }

  private Queue events(Session session) throws JMSException {
    return session.createQueue(names.events());
  }

  @Override
  public void close() throws JMSException {
    link.close();
  }
}
