package org.lucina.archive.index.database;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.lucina.spi.storage.GroupCommit;

/**
 * Makes commits durable where the database does so later by itself (H2 as it is set up), once for
 * all threads that wait for it.
 */
public final class Durability {
  private static final int MOST = 1_000;

  private final Database database;
  private final GroupCommit<Request> group = new GroupCommit<>(MOST, this::make);

  private static final class Request {
    private SQLException failure;
  }

  /** Of a database. */
  public Durability(Database database) {
    this.database = database;
  }

  /** Returns when every commit before this call is durable. */
  public void await() throws SQLException {
    if (database.dialect().checkpoint().isEmpty()) {
      return;
    }
    Request request = new Request();
    group.submit(request);
    if (request.failure != null) {
      throw new SQLException("commits could not be made durable", request.failure);
    }
  }

  private void make(List<Request> requests) {
    try {
      database
          .transactions()
          .read(
              connection -> {
                try (PreparedStatement checkpoint =
                    Statements.once(connection, database.dialect().checkpoint())) {
                  return checkpoint.execute();
                }
              });
    } catch (SQLException e) {
      requests.forEach(request -> request.failure = e);
    } catch (RuntimeException e) {
      requests.forEach(request -> request.failure = new SQLException(e));
    }
  }
}
