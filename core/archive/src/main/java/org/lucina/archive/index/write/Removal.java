package org.lucina.archive.index.write;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.lucina.archive.index.InstanceRecord;
import org.lucina.archive.index.database.Dialect;
import org.lucina.archive.index.database.Statements;
import org.lucina.archive.index.read.Tombstones;

/**
 * Takes instances out of the index, with series, studies and patients that become empty; counts
 * those that stay anew; remembers the locations whose files are to be removed.
 */
final class Removal {
  private static final String OF_OWNER = " WHERE owner_id = ANY(?)";

  private final Connection connection;
  private final Dialect dialect;

  Removal(Connection connection, Dialect dialect) {
    this.connection = connection;
    this.dialect = dialect;
  }

  /** Removes instances by their row ids. */
  void remove(Collection<Long> instances, Collection<InstanceRecord> records) throws SQLException {
    Array ids = array(instances);
    List<Long> series =
        select("SELECT DISTINCT series_fk FROM instance WHERE id = ANY(?)", ids, "");
    List<Long> studies =
        select("SELECT DISTINCT study_fk FROM series WHERE id = ANY(?)", array(series), "");
    select("SELECT id FROM study WHERE id = ANY(?) ORDER BY id", array(studies), "study");
    List<Long> patients =
        select("SELECT DISTINCT patient_fk FROM study WHERE id = ANY(?)", array(studies), "");
    select("SELECT id FROM patient WHERE id = ANY(?) ORDER BY id", array(patients), "patient");

    run("DELETE FROM instance_header WHERE instance_id = ANY(?)", ids);
    run("DELETE FROM frame_index WHERE instance_id = ANY(?)", ids);
    run("DELETE FROM instance WHERE id = ANY(?)", ids);
    removeTerms(instances);
    removeEmpty("series", "instance", "series_fk", series);
    removeEmpty("study", "series", "study_fk", studies);
    removeEmpty("patient", "study", "patient_fk", patients);
    Recount recount = new Recount(connection);
    recount.series(array(series));
    recount.studies(studies);
    recount.patients(array(patients));
    new Tombstones(connection).add(records);
  }

  private void removeEmpty(String table, String child, String key, List<Long> candidates)
      throws SQLException {
    List<Long> empty =
        select(
            ("SELECT t.id FROM " + table + " t WHERE t.id = ANY(?) AND NOT EXISTS (SELECT 1 FROM ")
                + (child + " c WHERE c." + key + " = t.id)"),
            array(candidates),
            "");
    if (!empty.isEmpty()) {
      run("DELETE FROM " + table + " WHERE id = ANY(?)", array(empty));
      removeTerms(empty);
    }
  }

  private void removeTerms(Collection<Long> owners) throws SQLException {
    Array ids = array(owners);
    run("DELETE FROM person_name" + OF_OWNER, ids);
    run("DELETE FROM name_word" + OF_OWNER, ids);
    run("DELETE FROM name_part" + OF_OWNER, ids);
    run("DELETE FROM sequence_item" + OF_OWNER, ids);
  }

  private Array array(Collection<Long> ids) throws SQLException {
    return connection.createArrayOf("bigint", ids.toArray());
  }

  private List<Long> select(String sql, Array ids, String locked) throws SQLException {
    String lock = locked.isEmpty() ? "" : dialect.lock(locked);
    List<Long> found = new ArrayList<>();
    try (PreparedStatement query = Statements.once(connection, sql + lock)) {
      query.setArray(1, ids);
      try (ResultSet result = query.executeQuery()) {
        while (result.next()) {
          found.add(result.getLong(1));
        }
      }
    }
    return found;
  }

  private void run(String sql, Array ids) throws SQLException {
    try (PreparedStatement statement = Statements.once(connection, sql)) {
      statement.setArray(1, ids);
      statement.executeUpdate();
    }
  }
}
