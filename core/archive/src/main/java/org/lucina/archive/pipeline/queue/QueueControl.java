package org.lucina.archive.pipeline.queue;

import jakarta.jms.JMSException;
import jakarta.jms.Session;
import org.apache.activemq.artemis.api.core.ActiveMQException;
import org.apache.activemq.artemis.api.core.SimpleString;
import org.apache.activemq.artemis.api.core.client.ClientSession;
import org.apache.activemq.artemis.jms.client.ActiveMQDestination;
import org.apache.activemq.artemis.jms.client.ActiveMQSession;

/** Asks Artemis for what Jakarta Messaging cannot tell or do. */
final class QueueControl {
  private QueueControl() {}

  /** Messages of a queue, scheduled ones included; 0 when there is no such queue. */
  static long size(Link link, String queue) throws JMSException {
    try (Session session = link.plain()) {
      return size(core(session), address(session, queue));
    } catch (ActiveMQException e) {
      throw failure("cannot be counted", e);
    }
  }

  /** Removes a queue with its messages, and tells how many there were. */
  static long remove(Link link, String queue) throws JMSException {
    try (Session session = link.plain()) {
      ClientSession core = core(session);
      SimpleString address = address(session, queue);
      if (!core.queueQuery(address).isExists()) {
        return 0;
      }
      long size = size(core, address);
      core.deleteQueue(address);
      return size;
    } catch (ActiveMQException e) {
      throw failure("cannot be removed", e);
    }
  }

  private static long size(ClientSession core, SimpleString queue) throws ActiveMQException {
    ClientSession.QueueQuery found = core.queueQuery(queue);
    return found.isExists() ? found.getMessageCount() : 0;
  }

  private static ClientSession core(Session session) {
    return ((ActiveMQSession) session).getCoreSession();
  }

  /**
   * Connections may put something before the names of queues (WildFly's do: {@code jms.queue.}).
   */
  private static SimpleString address(Session session, String queue) throws JMSException {
    return ((ActiveMQDestination) session.createQueue(queue)).getSimpleAddress();
  }

  private static JMSException failure(String what, ActiveMQException cause) {
    JMSException failure = new JMSException("a queue " + what);
    failure.initCause(cause);
    return failure;
  }
}
