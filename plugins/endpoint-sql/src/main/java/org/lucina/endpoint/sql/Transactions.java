package org.lucina.endpoint.sql;

import jakarta.transaction.HeuristicMixedException;
import jakarta.transaction.HeuristicRollbackException;
import jakarta.transaction.InvalidTransactionException;
import jakarta.transaction.NotSupportedException;
import jakarta.transaction.RollbackException;
import jakarta.transaction.Status;
import jakarta.transaction.SystemException;
import jakarta.transaction.Transaction;
import jakarta.transaction.TransactionManager;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Work in transactions of its own: that of the caller, if there is one, is suspended meanwhile, so
 * that a put is for good when it returns. By JTA where there is a transaction manager; a data
 * source that does not take part in JTA commits by itself.
 */
final class Transactions {
  private final DataSource source;
  private final Optional<TransactionManager> jta;

  Transactions(DataSource source, Optional<TransactionManager> jta) {
    this.source = source;
    this.jta = jta;
  }

  /** Does work that is committed as a whole, or not at all. */
  <T> T in(Work<T> work) throws SQLException {
    return apart(jta.isPresent() ? () -> committed(jta.get(), work) : () -> local(work));
  }

  /** Does work whose statements commit each by itself, as those that define data do. */
  <T> T without(Work<T> work) throws SQLException {
    return apart(
        () -> {
          try (Connection connection = source.getConnection()) {
            return work.with(connection);
          }
        });
  }

  private interface Step<T> {
    T run() throws SQLException;
  }

  private <T> T apart(Step<T> step) throws SQLException {
    if (jta.isEmpty()) {
      return step.run();
    }
    try {
      Transaction callers = jta.get().suspend();
      try {
        return step.run();
      } finally {
        if (callers != null) {
          jta.get().resume(callers);
        }
      }
    } catch (SystemException | InvalidTransactionException e) {
      throw new SQLException("the transaction manager failed", e);
    }
  }

  private <T> T committed(TransactionManager manager, Work<T> work) throws SQLException {
    try {
      manager.begin();
      try {
        T result = local(work);
        manager.commit();
        return result;
      } finally {
        if (manager.getStatus() != Status.STATUS_NO_TRANSACTION) {
          manager.rollback();
        }
      }
    } catch (NotSupportedException
        | SystemException
        | RollbackException
        | HeuristicMixedException
        | HeuristicRollbackException e) {
      throw new SQLException("the transaction was not committed", e);
    }
  }

  /** A connection that takes part in a JTA transaction says that it does not commit by itself. */
  private <T> T local(Work<T> work) throws SQLException {
    try (Connection connection = source.getConnection()) {
      boolean alone = connection.getAutoCommit();
      if (jta.isPresent() && !alone) {
        return work.with(connection);
      }
      connection.setAutoCommit(false);
      boolean done = false;
      try {
        T result = work.with(connection);
        connection.commit();
        done = true;
        return result;
      } finally {
        if (!done) {
          connection.rollback();
        }
        connection.setAutoCommit(alone);
      }
    }
  }
}
