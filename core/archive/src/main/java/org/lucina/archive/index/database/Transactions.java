package org.lucina.archive.index.database;

import java.sql.Connection;
import java.sql.SQLException;

/** Runs work on the index in transactions of its own, whatever transaction the caller is in. */
public interface Transactions {

  /**
   * Runs work and commits; rolls back when it throws.
   *
   * @throws SQLException what the work threw, or why the commit failed (then it is not known
   *     whether it took place)
   */
  <T> T call(Work<T> work) throws SQLException;

  /** Runs work that only reads, outside of any transaction of the caller's. */
  <T> T read(Work<T> work) throws SQLException;

  /** What is done with a connection, which it does not close. */
  @FunctionalInterface
  interface Work<T> {
    T run(Connection connection) throws SQLException;
  }
}
