package org.lucina.archive.change;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.lucina.archive.index.database.Database;
import org.lucina.archive.logging.ArchiveLog;

/** Forgets the oldest changes, a block at a time, when there are too many or they are too old. */
public final class ChangePruning {
  private static final int BLOCK = 10_000;

  private final Database database;
  private final long most;
  private final Duration age;
  private final Clock clock;

  private record Row(long number, OffsetDateTime happened) {}

  /**
   * Prunes a log.
   *
   * @param most how many changes are kept at most, give or take a block
   * @param age how long they are kept, give or take a block
   */
  public ChangePruning(Database database, long most, Duration age, Clock clock) {
    this.database = database;
    this.most = most;
    this.age = age;
    this.clock = clock;
  }

  /** Prunes once. */
  public void prune() throws SQLException {
    OffsetDateTime oldest = clock.instant().minus(age).atOffset(ZoneOffset.UTC);
    long surplus = database.transactions().read(ChangePruning::count) - most;
    Optional<Row> end = blockEnd();
    long pruned = 0;
    while (end.isPresent() && (surplus > pruned || end.get().happened().isBefore(oldest))) {
      long number = end.get().number();
      database.transactions().call(connection -> forget(connection, number));
      pruned += BLOCK;
      end = blockEnd();
    }
    if (pruned > 0) {
      ArchiveLog.LOG.changesForgotten(pruned);
    }
  }

  private static long count(Connection connection) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement("SELECT COUNT(*) FROM change");
        ResultSet result = query.executeQuery()) {
      result.next();
      return result.getLong(1);
    }
  }

  /** The last change of the first block, empty when that is not full. */
  private Optional<Row> blockEnd() throws SQLException {
    return database
        .transactions()
        .read(
            connection -> {
              try (PreparedStatement query =
                      connection.prepareStatement(
                          "SELECT number, happened FROM change ORDER BY number OFFSET "
                              + (BLOCK - 1)
                              + " ROWS FETCH FIRST 1 ROWS ONLY");
                  ResultSet row = query.executeQuery()) {
                return row.next()
                    ? Optional.of(new Row(row.getLong(1), row.getObject(2, OffsetDateTime.class)))
                    : Optional.empty();
              }
            });
  }

  private static Void forget(Connection connection, long number) throws SQLException {
    try (PreparedStatement delete =
        connection.prepareStatement("DELETE FROM change WHERE number <= ?")) {
      delete.setLong(1, number);
      delete.executeUpdate();
    }
    new ChangeNumbers(connection).write(ChangeNumbers.Name.FORGOTTEN, number);
    return null;
  }
}
