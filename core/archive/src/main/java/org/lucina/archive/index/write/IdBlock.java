package org.lucina.archive.index.write;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.lucina.archive.index.database.Dialect;

/** Identifiers for new rows, taken from the database's sequence in blocks; for one writer. */
final class IdBlock {
  /** The increment of the sequence. */
  private static final int SIZE = 500;

  private final Dialect dialect;
  private long next;
  private long end;

  IdBlock(Dialect dialect) {
    this.dialect = dialect;
  }

  long next(Connection connection) throws SQLException {
    if (next == end) {
      try (PreparedStatement query = connection.prepareStatement(dialect.nextId());
          ResultSet result = query.executeQuery()) {
        result.next();
        next = result.getLong(1);
        end = next + SIZE;
      }
    }
    return next++;
  }
}
