package org.lucina.archive.index.write;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Computes counts and sets of what was changed by a removal anew, in the same transaction. */
final class Recount {
  private final Connection connection;
  private final RowIds rows;

  Recount(Connection connection, RowIds rows) {
    this.connection = connection;
    this.rows = rows;
  }

  void series(List<Long> ids) throws SQLException {
    rows.run(
        "UPDATE series SET num_instances ="
            + " (SELECT COUNT(*) FROM instance i WHERE i.series_fk = series.id)"
            + " WHERE id = ANY(?)",
        ids);
  }

  void studies(List<Long> ids) throws SQLException {
    for (long id : ids) {
      try (PreparedStatement update =
          connection.prepareStatement(
              "UPDATE study SET modalities = ?, sop_classes = ?,"
                  + " num_series = (SELECT COUNT(*) FROM series e WHERE e.study_fk = study.id),"
                  + " num_instances = (SELECT COALESCE(SUM(e.num_instances), 0) FROM series e"
                  + " WHERE e.study_fk = study.id) WHERE id = ?")) {
        update.setString(
            1,
            joined(
                "SELECT DISTINCT modality FROM series WHERE study_fk = ?"
                    + " AND modality IS NOT NULL ORDER BY modality",
                id));
        update.setString(
            2,
            joined(
                "SELECT DISTINCT i.sop_class_uid FROM instance i JOIN series e"
                    + " ON e.id = i.series_fk WHERE e.study_fk = ? ORDER BY i.sop_class_uid",
                id));
        update.setLong(3, id);
        update.executeUpdate();
      }
    }
  }

  void patients(List<Long> ids) throws SQLException {
    rows.run(
        "UPDATE patient SET num_studies ="
            + " (SELECT COUNT(*) FROM study s WHERE s.patient_fk = patient.id),"
            + " num_series = (SELECT COALESCE(SUM(s.num_series), 0) FROM study s"
            + " WHERE s.patient_fk = patient.id),"
            + " num_instances = (SELECT COALESCE(SUM(s.num_instances), 0) FROM study s"
            + " WHERE s.patient_fk = patient.id)"
            + " WHERE id = ANY(?)",
        ids);
  }

  private String joined(String sql, long id) throws SQLException {
    List<String> values = new ArrayList<>();
    try (PreparedStatement query = connection.prepareStatement(sql)) {
      query.setLong(1, id);
      try (ResultSet result = query.executeQuery()) {
        while (result.next()) {
          values.add(result.getString(1));
        }
      }
    }
    return String.join("\\", values);
  }
}
