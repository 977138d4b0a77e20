package org.lucina.archive.pipeline.queue;

import jakarta.jms.Connection;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSException;
import javax.naming.InitialContext;
import javax.naming.NamingException;

/**
 * The broker in this process. Its connection factories are looked up when they are needed: the
 * archive starts without them.
 */
public final class ServerBroker implements Broker {
  /** Hands out messages one by one. */
  public static final String ONE_BY_ONE = "java:/lucina/PipelineConnections";

  /** Hands out messages ahead. */
  public static final String AHEAD = "java:/lucina/OrderedPipelineConnections";

  @Override
  public Connection connect(boolean ahead) throws JMSException {
    String name = ahead ? AHEAD : ONE_BY_ONE;
    try {
      return ((ConnectionFactory) new InitialContext().lookup(name)).createConnection();
    } catch (NamingException e) {
      JMSException missing = new JMSException("the server has no connection factory " + name);
      missing.initCause(e);
      throw missing;
    }
  }
}
