package org.lucina.archive.index.write;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import org.lucina.archive.index.InstanceRecord;
import org.lucina.archive.index.database.Dialect;
import org.lucina.archive.index.read.Tombstones;

/**
 * Takes instances out of the index, with series, studies and patients that become empty; counts
 * those that stay anew; remembers the locations whose files are to be removed.
 */
final class Removal {
  private static final String OF_OWNER = " WHERE owner_id = ANY(?)";

  private final Connection connection;
  private final RowIds rows;

  Removal(Connection connection, Dialect dialect) {
    this.connection = connection;
    this.rows = new RowIds(connection, dialect);
  }

  /** Removes instances by their row ids. */
  void remove(Collection<Long> instances, Collection<InstanceRecord> records) throws SQLException {
    List<Long> series =
        rows.select("SELECT DISTINCT series_fk FROM instance WHERE id = ANY(?)", instances);
    List<Long> studies =
        rows.select("SELECT DISTINCT study_fk FROM series WHERE id = ANY(?)", series);
    rows.lock("study", studies);
    List<Long> patients =
        rows.select("SELECT DISTINCT patient_fk FROM study WHERE id = ANY(?)", studies);
    rows.lock("patient", patients);

    rows.run("DELETE FROM instance_header WHERE instance_id = ANY(?)", instances);
    rows.run("DELETE FROM frame_index WHERE instance_id = ANY(?)", instances);
    rows.run("DELETE FROM instance WHERE id = ANY(?)", instances);
    removeTerms(instances);
    removeEmpty("series", "instance", "series_fk", series);
    removeEmpty("study", "series", "study_fk", studies);
    removeEmpty("patient", "study", "patient_fk", patients);
    Recount recount = new Recount(connection, rows);
    recount.series(series);
    recount.studies(studies);
    recount.patients(patients);
    new Tombstones(connection).add(records);
  }

  private void removeEmpty(String table, String child, String key, List<Long> candidates)
      throws SQLException {
    List<Long> empty =
        rows.select(
            ("SELECT t.id FROM " + table + " t WHERE t.id = ANY(?) AND NOT EXISTS (SELECT 1 FROM ")
                + (child + " c WHERE c." + key + " = t.id)"),
            candidates);
    if (!empty.isEmpty()) {
      rows.run("DELETE FROM " + table + " WHERE id = ANY(?)", empty);
      removeTerms(empty);
    }
  }

  private void removeTerms(Collection<Long> owners) throws SQLException {
    rows.run("DELETE FROM person_name" + OF_OWNER, owners);
    rows.run("DELETE FROM name_word" + OF_OWNER, owners);
    rows.run("DELETE FROM name_part" + OF_OWNER, owners);
    rows.run("DELETE FROM sequence_item" + OF_OWNER, owners);
  }
}
