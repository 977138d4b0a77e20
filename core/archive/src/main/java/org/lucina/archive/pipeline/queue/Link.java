package org.lucina.archive.pipeline.queue;

import jakarta.jms.Connection;
import jakarta.jms.JMSException;
import jakarta.jms.Session;

/** The connection of a pipeline to the broker, made when it is needed and again when it broke. */
final class Link implements AutoCloseable {
  private final Broker broker;
  private final boolean ahead;
  private Connection connection;

  Link(Broker broker, boolean ahead) {
    this.broker = broker;
    this.ahead = ahead;
  }

  /** A session, whose sends and receipts are committed together. */
  Session transacted() throws JMSException {
    return session(true);
  }

  /** A session whose sends are there when they return. */
  Session plain() throws JMSException {
    return session(false);
  }

  private synchronized Session session(boolean transacted) throws JMSException {
    if (connection == null) {
      Connection made = broker.connect(ahead);
      made.setExceptionListener(broken -> forget(made));
      made.start();
      connection = made;
    }
    int mode = transacted ? Session.SESSION_TRANSACTED : Session.AUTO_ACKNOWLEDGE;
    Connection used = connection;
    try {
      return used.createSession(transacted, mode);
    } catch (JMSException e) {
      forget(used);
      throw e;
    }
  }

  private synchronized void forget(Connection broken) {
    if (connection == broken) {
      connection = null;
    }
  }

  @Override
  public synchronized void close() throws JMSException {
    if (connection != null) {
      Connection closing = connection;
      connection = null;
      closing.close();
    }
  }
}
