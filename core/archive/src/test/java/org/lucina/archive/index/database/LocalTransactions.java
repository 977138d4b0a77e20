package org.lucina.archive.index.database;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Transactions of a data source without a transaction manager, for tools and tests. */
public final class LocalTransactions implements Transactions {
  private final DataSource dataSource;

  /** Uses connections of a data source, which should pool them. */
  public LocalTransactions(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  @Override
  public <T> T call(Work<T> work) throws SQLException {
    try (Connection connection = dataSource.getConnection()) {
      connection.setAutoCommit(false);
      try {
        T result = work.run(connection);
        connection.commit();
        return result;
      } finally {
        connection.rollback();
        connection.setAutoCommit(true);
      }
    }
  }

  @Override
  public <T> T read(Work<T> work) throws SQLException {
    return call(work);
  }
}
