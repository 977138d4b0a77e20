package org.lucina.archive.pipeline.queue;

import jakarta.jms.JMSException;
import jakarta.jms.Message;
import jakarta.jms.MessageConsumer;
import jakarta.jms.MessageProducer;
import jakarta.jms.Queue;
import jakarta.jms.QueueBrowser;
import jakarta.jms.Session;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Enumeration;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.lucina.spi.pipeline.FailedEvent;

/** The events of a pipeline that failed for good: a queue that nobody works on. Thread-safe. */
public final class FailedList {
  private static final Pattern ID = Pattern.compile("[0-9a-f-]{1,36}");
  private static final int BATCH = 500;
  private static final int IDS = 100;
  private static final long PATIENCE_MILLIS = 200;

  private final Link link;
  private final QueueNames names;
  private final boolean ordered;

  FailedList(Link link, QueueNames names, boolean ordered) {
    this.link = link;
    this.names = names;
    this.ordered = ordered;
  }

  /** How many there are. */
  public long size() throws JMSException {
    return QueueControl.size(link, names.failed());
  }

  /** The latest ones, the very latest first. */
  public List<FailedEvent> latest(int limit) throws JMSException {
    return latest(event -> true, limit);
  }

  /** The latest ones of some, the very latest first. */
  public List<FailedEvent> latest(Predicate<FailedEvent> some, int limit) throws JMSException {
    Deque<FailedEvent> latest = new ArrayDeque<>();
    if (size() > 0) {
      try (Session session = link.plain();
          QueueBrowser browser = session.createBrowser(failed(session))) {
        Enumeration<?> messages = browser.getEnumeration();
        while (messages.hasMoreElements()) {
          FailedEvent event = Failure.read((Message) messages.nextElement());
          if (some.test(event)) {
            latest.addFirst(event);
          }
          if (latest.size() > limit) {
            latest.removeLast();
          }
        }
      }
    }
    return List.copyOf(latest);
  }

  /**
   * Puts events back into the queue of the pipeline.
   *
   * @param ids of some; none for all
   * @return how many
   */
  public long retry(List<String> ids) throws JMSException {
    return take(
        ids,
        (session, message) -> {
          QueuedEvent event = EventMessages.read(message).anew();
          try (MessageProducer events =
              session.createProducer(session.createQueue(names.events()))) {
            events.send(EventMessages.write(session, event, ordered));
          }
        });
  }

  /**
   * Forgets events.
   *
   * @param ids of some; none for all
   * @return how many
   */
  public long purge(List<String> ids) throws JMSException {
    return take(ids, (session, message) -> {});
  }

  private interface Use {
    void of(Session session, Message message) throws JMSException;
  }

  private long take(List<String> ids, Use use) throws JMSException {
    long most = size();
    if (most == 0) {
      return 0;
    }
    if (ids.isEmpty()) {
      return take("", most, use);
    }
    List<String> known = ids.stream().filter(id -> ID.matcher(id).matches()).distinct().toList();
    long taken = 0;
    for (int from = 0; from < known.size(); from += IDS) {
      List<String> some = known.subList(from, Math.min(from + IDS, known.size()));
      taken += take(selector(some), some.size(), use);
    }
    return taken;
  }

  private static String selector(List<String> ids) {
    return ids.stream()
        .map(id -> "'" + id + "'")
        .collect(Collectors.joining(", ", Failure.ID + " IN (", ")"));
  }

  private long take(String selector, long most, Use use) throws JMSException {
    long taken = 0;
    try (Session session = link.transacted();
        MessageConsumer consumer = session.createConsumer(failed(session), selector)) {
      Message message;
      while (taken < most && (message = consumer.receive(PATIENCE_MILLIS)) != null) {
        use.of(session, message);
        taken++;
        if (taken % BATCH == 0) {
          session.commit();
        }
      }
      session.commit();
    }
    return taken;
  }

  private Queue failed(Session session) throws JMSException {
    return session.createQueue(names.failed());
  }
}
