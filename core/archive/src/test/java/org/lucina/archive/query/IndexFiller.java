package org.lucina.archive.query;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.lucina.archive.index.TestDatabase;
import org.lucina.archive.index.database.Dialect;

/**
 * Fills an index with rows alone, much faster than objects could be indexed: each study has a
 * patient, a series and an instance of its own; names, dates and modalities recur.
 */
final class IndexFiller {
  private final TestDatabase database;

  IndexFiller(TestDatabase database) {
    this.database = database;
  }

  /** Adds the studies from one number to another, both included. */
  void fill(int from, int to) throws SQLException {
    boolean h2 = database.database().dialect() == Dialect.H2;
    String range =
        h2
            ? "(SELECT x FROM SYSTEM_RANGE(" + from + ", " + to + ")) r"
            : "generate_series(" + from + ", " + to + ") AS r(x)";
    String name = "'FAMILY' || MOD(MOD(x, 20011) * 7919, 20011) || '^GIVEN' || MOD(x, 997)";
    String date = "(20100000 + MOD(x, 15) * 10000 + (1 + MOD(x, 12)) * 100 + 1 + MOD(x, 28))";
    String dateText = h2 ? "CAST(" + date + " AS varchar)" : "CAST(" + date + " AS text)";
    String modality =
        "CASE MOD(x, 100) WHEN 0 THEN 'XA' ELSE CASE MOD(x, 2) WHEN 0 THEN 'CT' ELSE 'MR' END END";
    try (Connection connection = database.dataSource().getConnection();
        Statement sql = connection.createStatement()) {
      sql.execute(
          "INSERT INTO patient (id, patient_key, sort_name, name, patient_id, birth_date, sex,"
              + " num_studies, num_series, num_instances, deidentified) SELECT x * 4, 'P' || x || '\\', "
              + name
              + ", "
              + name
              + ", 'P' || x, '19700101', 'F', 1, 1, 1, FALSE FROM "
              + range);
      sql.execute(
          "INSERT INTO person_name (owner_id, tag, component_group, name) SELECT x * 4, 1048592, 1, "
              + name
              + " FROM "
              + range);
      String positions =
          h2 ? "(SELECT x AS i FROM SYSTEM_RANGE(1, 255)) c" : "generate_series(1, 255) AS c(i)";
      sql.execute(
          "INSERT INTO name_part (owner_id, tag, part) SELECT r.x * 4, 1048592, SUBSTRING("
              + name
              + ", CAST(c.i AS integer), 12) FROM "
              + range
              + " JOIN "
              + positions
              + " ON c.i <= CHAR_LENGTH("
              + name
              + ")");
      sql.execute(
          "INSERT INTO study (id, patient_fk, sort_key, study_uid, study_date, study_time,"
              + " accession_number, description, referring_physician, modalities, sop_classes,"
              + " num_series, num_instances) SELECT x * 4 + 1, x * 4, "
              + dateText
              + " || '101500', '1.2.3.' || x, "
              + dateText
              + ", '101500', 'A' || x, 'Study of the thorax', 'Doctor^Who', "
              + modality
              + ", '1.2.840.10008.5.1.4.1.1.2', 1, 1 FROM "
              + range);
      sql.execute(
          "INSERT INTO series (id, study_fk, series_uid, modality, series_number, description,"
              + " num_instances) SELECT x * 4 + 2, x * 4 + 1, '1.2.3.4.' || x, "
              + modality
              + ", 1, 'Axial', 1 FROM "
              + range);
      sql.execute(
          "INSERT INTO instance (id, series_fk, sop_instance_uid, sop_class_uid, instance_number,"
              + " transfer_syntax_uid, storage, location, file_length, data_set_offset, sha256,"
              + " received, source_ae, deidentified) SELECT x * 4 + 3, x * 4 + 2,"
              + " '1.2.3.4.5.' || x, '1.2.840.10008.5.1.4.1.1.2', 1, '1.2.840.10008.1.2.1', 'disk',"
              + " 'objects/' || x, 20000, 350, 'a', TIMESTAMP '2026-01-01 00:00:00', 'AE', FALSE FROM "
              + range);
      sql.execute("ANALYZE");
    }
  }
}
