package org.lucina.archive.index.write;

import java.sql.SQLException;
import org.lucina.archive.index.database.Transactions;

/**
 * Tries a transaction again that collided with one of another server, or lost its connection.
 *
 * <p>A collision rolls back all of it, and next time it finds what the other has written.
 */
final class Retry {
  private static final int ATTEMPTS = 6;
  private static final long FIRST_PAUSE_MILLIS = 4;

  private final Transactions transactions;

  Retry(Transactions transactions) {
    this.transactions = transactions;
  }

  <T> T call(Transactions.Work<T> work) throws SQLException {
    long pause = FIRST_PAUSE_MILLIS;
    for (int attempt = 1; ; attempt++) {
      try {
        return transactions.call(work);
      } catch (SQLException e) {
        if (attempt == ATTEMPTS || !mayPass(e)) {
          throw e;
        }
      }
      pause(pause);
      pause *= 3;
    }
  }

  /** Whether a fault is one of circumstances and not of the statement or its values. */
  private static boolean mayPass(Throwable fault) {
    for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && sql.getSQLState() != null) {
        String state = sql.getSQLState();
        return state.equals("23505") // unique: another server made the same patient or study
            || state.equals("23503") // foreign key: another server deleted it
            || state.startsWith("40") // serialization, deadlock, commit failed
            || state.startsWith("08") // connection
            || state.startsWith("57P") // server is shutting down or starting
            || state.equals("HYT00"); // lock timeout of H2
      }
    }
    return false;
  }

  private static void pause(long millis) throws SQLException {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new SQLException("interrupted while waiting to try again", e);
    }
  }
}
