package org.lucina.archive.index.database;

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
import javax.sql.DataSource;

/** JTA transactions on a data source of the server; works on any thread. */
public final class JtaTransactions implements Transactions {
  private final TransactionManager manager;
  private final DataSource dataSource;

  /** Enlists connections of the data source. */
  public JtaTransactions(TransactionManager manager, DataSource dataSource) {
    this.manager = manager;
    this.dataSource = dataSource;
  }

  @Override
  public <T> T call(Work<T> work) throws SQLException {
    return outside(() -> inNew(work));
  }

  @Override
  public <T> T read(Work<T> work) throws SQLException {
    return outside(
        () -> {
          try (Connection connection = dataSource.getConnection()) {
            connection.setAutoCommit(false);
            try {
              return work.run(connection);
            } finally {
              connection.rollback();
              connection.setAutoCommit(true);
            }
          }
        });
  }

  private <T> T inNew(Work<T> work) throws SQLException, SystemException {
    try {
      manager.begin();
      T result;
      try (Connection connection = dataSource.getConnection()) {
        result = work.run(connection);
      }
      manager.commit();
      return result;
    } catch (NotSupportedException
        | RollbackException
        | HeuristicMixedException
        | HeuristicRollbackException e) {
      throw new SQLException("transaction was not committed", "40000", e);
    } finally {
      if (manager.getStatus() != Status.STATUS_NO_TRANSACTION) {
        manager.rollback();
      }
    }
  }

  /** Does something outside of any transaction of the caller's. */
  <T> T outside(Step<T> step) throws SQLException {
    try {
      Transaction callers = manager.suspend();
      try {
        return step.run();
      } finally {
        if (callers != null) {
          manager.resume(callers);
        }
      }
    } catch (SystemException | InvalidTransactionException e) {
      throw new SQLException("transaction manager failed", e);
    }
  }

  /** What is done there. */
  interface Step<T> {
    T run() throws SQLException, SystemException;
  }
}
