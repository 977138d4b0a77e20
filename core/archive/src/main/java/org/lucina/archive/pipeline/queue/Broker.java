package org.lucina.archive.pipeline.queue;

import jakarta.jms.Connection;
import jakarta.jms.JMSException;

/** The message broker of this server. Thread-safe. */
public interface Broker {

  /**
   * Connects; the connection is not started.
   *
   * @param ahead whether consumers get messages ahead of those that they work on, which keeps
   *     groups from blocking each other, rather than one by one
   */
  Connection connect(boolean ahead) throws JMSException;
}
