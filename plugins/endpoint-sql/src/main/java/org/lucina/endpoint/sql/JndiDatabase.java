package org.lucina.endpoint.sql;

import jakarta.transaction.TransactionManager;
import java.util.Optional;
import javax.naming.InitialContext;
import javax.naming.NameNotFoundException;
import javax.naming.NamingException;
import javax.sql.DataSource;
import org.lucina.spi.endpoint.EndpointException;
import org.lucina.spi.endpoint.EndpointException.Reason;

/**
 * A data source of the server.
 *
 * @param name in JNDI
 */
record JndiDatabase(String name) implements Database {
  private static final String TRANSACTION_MANAGER = "java:jboss/TransactionManager";

  @Override
  public Transactions open() throws EndpointException {
    try {
      InitialContext jndi = new InitialContext();
      if (jndi.lookup(name) instanceof DataSource source) {
        return new Transactions(source, transactionManager(jndi));
      }
      throw new EndpointException(Reason.UNSUPPORTED, "'" + name + "' is no data source");
    } catch (NamingException e) {
      throw new EndpointException(Reason.UNAVAILABLE, "data source '" + name + "' is not there", e);
    }
  }

  private static Optional<TransactionManager> transactionManager(InitialContext jndi)
      throws NamingException {
    try {
      return Optional.of((TransactionManager) jndi.lookup(TRANSACTION_MANAGER));
    } catch (NameNotFoundException hasNone) {
      return Optional.empty();
    }
  }
}
