package org.lucina.archive.pipeline.state;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import org.lucina.archive.index.database.Transactions;

/**
 * Up to where observers have told, for each pipeline. With H2 a crash may take the last ones away,
 * which makes observers repeat themselves. Thread-safe.
 */
public final class Positions {
  /** Under this name stands what tells pipelines of the same name apart. */
  private static final String INCARNATION = "";

  private final Transactions transactions;
  private final String node;

  /** Keeps them for a server. */
  public Positions(Transactions transactions, String node) {
    this.transactions = transactions;
    this.node = node;
  }

  /** The position of an observer, empty when it has told nothing yet. */
  public Optional<String> of(String pipeline, String observer) throws SQLException {
    return transactions.read(
        connection -> {
          try (PreparedStatement query =
              connection.prepareStatement(
                  "SELECT reached FROM pipeline_position"
                      + " WHERE node = ? AND pipeline = ? AND observer = ?")) {
            name(query, 1, pipeline, observer);
            try (ResultSet result = query.executeQuery()) {
              return result.next() ? Optional.of(result.getString(1)) : Optional.empty();
            }
          }
        });
  }

  /** Remembers a position. */
  public synchronized void save(String pipeline, String observer, String position)
      throws SQLException {
    transactions.call(
        connection -> {
          try (PreparedStatement update =
                  connection.prepareStatement(
                      "UPDATE pipeline_position SET reached = ?"
                          + " WHERE node = ? AND pipeline = ? AND observer = ?");
              PreparedStatement insert =
                  connection.prepareStatement(
                      "INSERT INTO pipeline_position (reached, node, pipeline, observer)"
                          + " VALUES (?, ?, ?, ?)")) {
            update.setString(1, position);
            name(update, 2, pipeline, observer);
            if (update.executeUpdate() == 0) {
              insert.setString(1, position);
              name(insert, 2, pipeline, observer);
              insert.executeUpdate();
            }
            return null;
          }
        });
  }

  /** What tells a pipeline from former ones of the same name. */
  public synchronized String incarnation(String pipeline) throws SQLException {
    Optional<String> known = of(pipeline, INCARNATION);
    if (known.isPresent()) {
      return known.get();
    }
    String made = UUID.randomUUID().toString();
    save(pipeline, INCARNATION, made);
    return made;
  }

  /** Forgets all of a pipeline. */
  public void forget(String pipeline) throws SQLException {
    transactions.call(
        connection -> {
          try (PreparedStatement delete =
              connection.prepareStatement(
                  "DELETE FROM pipeline_position WHERE node = ? AND pipeline = ?")) {
            delete.setString(1, node);
            delete.setString(2, pipeline);
            return delete.executeUpdate();
          }
        });
  }

  private void name(PreparedStatement statement, int from, String pipeline, String observer)
      throws SQLException {
    statement.setString(from, node);
    statement.setString(from + 1, pipeline);
    statement.setString(from + 2, observer);
  }
}
