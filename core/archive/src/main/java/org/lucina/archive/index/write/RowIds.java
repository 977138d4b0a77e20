package org.lucina.archive.index.write;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.lucina.archive.index.database.Dialect;
import org.lucina.archive.index.database.Statements;

/** Runs statements that take a list of row ids, in the transaction of a connection. */
final class RowIds {
  private final Connection connection;
  private final Dialect dialect;

  RowIds(Connection connection, Dialect dialect) {
    this.connection = connection;
    this.dialect = dialect;
  }

  private Array array(Collection<Long> ids) throws SQLException {
    return connection.createArrayOf("bigint", ids.toArray());
  }

  /** The ids that a query finds. */
  List<Long> select(String sql, Collection<Long> ids) throws SQLException {
    List<Long> found = new ArrayList<>();
    try (PreparedStatement query = Statements.once(connection, sql)) {
      query.setArray(1, array(ids));
      try (ResultSet result = query.executeQuery()) {
        while (result.next()) {
          found.add(result.getLong(1));
        }
      }
    }
    return found;
  }

  /** Locks rows of a table, in an order that is the same for all, where that is needed. */
  void lock(String table, Collection<Long> ids) throws SQLException {
    select("SELECT id FROM " + table + " WHERE id = ANY(?) ORDER BY id" + dialect.lock(table), ids);
  }

  void run(String sql, Collection<Long> ids) throws SQLException {
    try (PreparedStatement statement = Statements.once(connection, sql)) {
      statement.setArray(1, array(ids));
      statement.executeUpdate();
    }
  }
}
