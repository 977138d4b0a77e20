package org.lucina.archive.pipeline.state;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.lucina.archive.index.database.Database;
import org.lucina.archive.index.database.Durability;
import org.lucina.archive.index.database.Transactions;

/**
 * Studies and series that wait until they are due, in the table {@code pipeline_wait}. Thread-safe.
 */
public final class WaitingRoom {
  private final Transactions transactions;
  private final Durability durability;
  private final String node;

  /** Keeps them for a server. */
  public WaitingRoom(Database database, String node) {
    this.transactions = database.transactions();
    this.durability = new Durability(database);
    this.node = node;
  }

  /**
   * Has one wait.
   *
   * @param pushBack whether one that waits already does so until the new time
   * @return whether it was not waiting yet
   */
  public synchronized boolean add(String pipeline, Waiting waiting, boolean pushBack)
      throws SQLException {
    return transactions.call(
        connection -> {
          try (PreparedStatement update =
              connection.prepareStatement(
                  "UPDATE pipeline_wait SET token = ?, kind = ?, happened = ?"
                      + (pushBack ? ", due = ?" : "")
                      + " WHERE node = ? AND pipeline = ? AND step = ? AND subject = ?")) {
            int at = 0;
            update.setString(++at, waiting.token());
            update.setString(++at, waiting.kind().name());
            update.setLong(++at, waiting.happened().toEpochMilli());
            if (pushBack) {
              update.setLong(++at, waiting.due().toEpochMilli());
            }
            update.setString(++at, node);
            update.setString(++at, pipeline);
            update.setString(++at, waiting.step());
            update.setString(++at, waiting.subject());
            if (update.executeUpdate() > 0) {
              return false;
            }
          }
          try (PreparedStatement insert =
              connection.prepareStatement(
                  "INSERT INTO pipeline_wait (node, pipeline, step, subject, token, due, kind,"
                      + " happened, dixel_level, patient_id, study_uid, series_uid)"
                      + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            WaitingRow.write(insert, node, pipeline, waiting);
            insert.executeUpdate();
            return true;
          }
        });
  }

  /** Returns when all that was added before survives a crash. */
  public void makeDurable() throws SQLException {
    durability.await();
  }

  /** Those that are due, the longest overdue first. */
  public List<Waiting> due(String pipeline, Instant now, int limit) throws SQLException {
    return transactions.read(
        connection -> {
          try (PreparedStatement query =
              connection.prepareStatement(
                  "SELECT step, token, due, kind, happened, dixel_level, patient_id, study_uid,"
                      + " series_uid FROM pipeline_wait"
                      + " WHERE node = ? AND pipeline = ? AND due <= ? ORDER BY due LIMIT ?")) {
            query.setString(1, node);
            query.setString(2, pipeline);
            query.setLong(3, now.toEpochMilli());
            query.setInt(4, limit);
            List<Waiting> found = new ArrayList<>();
            try (ResultSet rows = query.executeQuery()) {
              while (rows.next()) {
                found.add(WaitingRow.read(rows));
              }
            }
            return found;
          }
        });
  }

  /** The pipeline goes on with one: it waits no longer, unless there was an event meanwhile. */
  public synchronized void leave(String pipeline, Waiting waiting) throws SQLException {
    transactions.call(
        connection -> {
          try (PreparedStatement delete =
              connection.prepareStatement(
                  "DELETE FROM pipeline_wait WHERE node = ? AND pipeline = ? AND step = ?"
                      + " AND subject = ? AND token = ?")) {
            delete.setString(1, node);
            delete.setString(2, pipeline);
            delete.setString(3, waiting.step());
            delete.setString(4, waiting.subject());
            delete.setString(5, waiting.token());
            return delete.executeUpdate();
          }
        });
  }

  /** How many wait. */
  public long count(String pipeline) throws SQLException {
    return transactions.read(
        connection -> {
          try (PreparedStatement query =
              connection.prepareStatement(
                  "SELECT COUNT(*) FROM pipeline_wait WHERE node = ? AND pipeline = ?")) {
            query.setString(1, node);
            query.setString(2, pipeline);
            try (ResultSet row = query.executeQuery()) {
              row.next();
              return row.getLong(1);
            }
          }
        });
  }

  /** Forgets those of a pipeline. */
  public synchronized long forget(String pipeline) throws SQLException {
    return transactions.call(
        connection -> {
          try (PreparedStatement delete =
              connection.prepareStatement(
                  "DELETE FROM pipeline_wait WHERE node = ? AND pipeline = ?")) {
            delete.setString(1, node);
            delete.setString(2, pipeline);
            return (long) delete.executeUpdate();
          }
        });
  }
}
