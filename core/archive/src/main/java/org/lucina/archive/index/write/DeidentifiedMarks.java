package org.lucina.archive.index.write;

import java.sql.SQLException;
import java.util.Collection;
import java.util.List;

/** Marks objects that were there already when an anonymizer has put out the very same. */
final class DeidentifiedMarks {
  private static final String OF_PATIENT =
      " FROM instance i JOIN series e ON e.id = i.series_fk JOIN study s ON s.id = e.study_fk";

  private final RowIds rows;

  DeidentifiedMarks(RowIds rows) {
    this.rows = rows;
  }

  /** Marks instances by their row ids, and those patients of whom all is marked then. */
  void mark(Collection<Long> instances) throws SQLException {
    List<Long> unmarked =
        rows.select("SELECT id FROM instance WHERE id = ANY(?) AND NOT deidentified", instances);
    if (unmarked.isEmpty()) {
      return;
    }
    List<Long> studies =
        rows.select("SELECT DISTINCT s.id" + OF_PATIENT + " WHERE i.id = ANY(?)", unmarked);
    rows.lock("study", studies);
    List<Long> patients =
        rows.select("SELECT DISTINCT patient_fk FROM study WHERE id = ANY(?)", studies);
    rows.lock("patient", patients);
    rows.run("UPDATE instance SET deidentified = TRUE WHERE id = ANY(?)", unmarked);
    rows.run(
        "UPDATE patient SET deidentified = TRUE WHERE id = ANY(?) AND NOT EXISTS (SELECT 1"
            + OF_PATIENT
            + " WHERE s.patient_fk = patient.id AND NOT i.deidentified)",
        patients);
  }
}
