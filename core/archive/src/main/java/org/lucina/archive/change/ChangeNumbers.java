package org.lucina.archive.change;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** The numbers that the log remembers besides its changes, in the transaction of a connection. */
final class ChangeNumbers {
  private final Connection connection;

  /** A number by its name in the database. */
  enum Name {
    /** Given last. */
    LAST,
    /** Up to here changes are no longer kept. */
    FORGOTTEN,
    /** After here stand changes of what may not be stable yet. */
    SETTLED;

    String column() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  ChangeNumbers(Connection connection) {
    this.connection = connection;
  }

  /**
   * Gives numbers that are greater than all that were given before. Until the transaction ends no
   * other one gets any, so that numbers become visible in their order.
   *
   * @return the number before the first of them
   */
  long take(long count) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            "UPDATE change_log SET number = number + ? WHERE name = 'last'")) {
      update.setLong(1, count);
      update.executeUpdate();
    }
    return read(Name.LAST) - count;
  }

  long read(Name name) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement("SELECT number FROM change_log WHERE name = ?")) {
      query.setString(1, name.column());
      try (ResultSet result = query.executeQuery()) {
        result.next();
        return result.getLong(1);
      }
    }
  }

  void write(Name name, long number) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement("UPDATE change_log SET number = ? WHERE name = ?")) {
      update.setLong(1, number);
      update.setString(2, name.column());
      update.executeUpdate();
    }
  }
}
