package org.lucina.archive.index;

import java.sql.SQLException;

/** The database of the index failed. */
public class IndexException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** Keeps what the database said as the cause: it can hold values of keys. */
  public IndexException(SQLException cause) {
    super("the index database failed, state " + cause.getSQLState(), cause);
  }

  static <T> T wrap(Step<T> step) {
    try {
      return step.run();
    } catch (SQLException e) {
      throw new IndexException(e);
    }
  }

  /** What can fail in the database. */
  interface Step<T> {
    T run() throws SQLException;
  }
}
