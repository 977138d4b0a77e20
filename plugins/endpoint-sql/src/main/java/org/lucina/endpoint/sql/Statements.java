package org.lucina.endpoint.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lucina.dicom.DataSet;
import org.lucina.spi.endpoint.EndpointException;

/** Runs the statements of the table, each in a transaction of its own. */
final class Statements {
  private static final int TRIES = 5;

  private final Database database;
  private final TableSpec spec;
  private final int timeoutSeconds;
  private Optional<SqlTable> table = Optional.empty();

  Statements(Database database, TableSpec spec, int timeoutSeconds) {
    this.database = database;
    this.spec = spec;
    this.timeoutSeconds = timeoutSeconds;
  }

  /** The table, looked for and made when it is first needed. */
  synchronized SqlTable table() throws EndpointException {
    if (table.isEmpty()) {
      try {
        table = Optional.of(database.open().without(link -> new Schema(spec, link).table()));
      } catch (SQLException e) {
        throw Faults.of(e);
      }
    }
    return table.get();
  }

  /** Which data base answers. */
  String product() throws EndpointException {
    return run(
        link ->
            link.getMetaData().getDatabaseProductName()
                + " "
                + link.getMetaData().getDatabaseProductVersion());
  }

  /** Replaces a row, or adds it: of two that add the same, one comes second and replaces. */
  void put(Object key, List<Optional<Object>> values) throws EndpointException {
    SqlTable into = table();
    for (int tries = 1; ; tries++) {
      try {
        database.open().in(link -> write(link, into, key, values));
        return;
      } catch (SQLException e) {
        if (tries == TRIES || !Faults.isDuplicate(e)) {
          throw Faults.of(e);
        }
      }
    }
  }

  private boolean write(Connection link, SqlTable into, Object key, List<Optional<Object>> values)
      throws SQLException {
    try (PreparedStatement update = prepare(link, into.update())) {
      into.set(update, values);
      update.setObject(into.columns().size() + 1, key);
      if (update.executeUpdate() > 0) {
        return false;
      }
    }
    try (PreparedStatement insert = prepare(link, into.insert())) {
      into.set(insert, values);
      return insert.executeUpdate() > 0;
    }
  }

  /** Rows that fulfil a condition, in order of the key, so many of them at most. */
  List<DataSet> rows(Condition condition, int most) throws EndpointException {
    SqlTable from = table();
    return run(
        link -> {
          List<DataSet> found = new ArrayList<>();
          try (PreparedStatement select = prepare(link, from.select(condition.sql(), most))) {
            set(select, condition.parameters());
            try (ResultSet rows = select.executeQuery()) {
              while (rows.next()) {
                found.add(from.tags(rows));
              }
            }
          }
          return found;
        });
  }

  boolean exists(SqlColumn column, Object identifier) throws EndpointException {
    SqlTable from = table();
    return run(
        link -> {
          try (PreparedStatement select = prepare(link, from.exists(column))) {
            select.setMaxRows(1);
            select.setObject(1, identifier);
            try (ResultSet rows = select.executeQuery()) {
              return rows.next();
            }
          }
        });
  }

  int delete(SqlColumn column, Object identifier) throws EndpointException {
    SqlTable from = table();
    return run(
        link -> {
          try (PreparedStatement delete = prepare(link, from.delete(column))) {
            delete.setObject(1, identifier);
            return delete.executeUpdate();
          }
        });
  }

  private <T> T run(Work<T> work) throws EndpointException {
    try {
      return database.open().in(work);
    } catch (SQLException e) {
      throw Faults.of(e);
    }
  }

  private PreparedStatement prepare(Connection link, String sql) throws SQLException {
    PreparedStatement statement = link.prepareStatement(sql);
    statement.setQueryTimeout(timeoutSeconds);
    return statement;
  }

  private static void set(PreparedStatement statement, List<Object> parameters)
      throws SQLException {
    for (int i = 0; i < parameters.size(); i++) {
      statement.setObject(i + 1, parameters.get(i));
    }
  }
}
