package org.lucina.archive.index.write;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.lucina.archive.index.database.Dialect;
import org.lucina.archive.index.model.LevelTable;
import org.lucina.spi.dixel.DicomLevel;

/**
 * Finds the patients, studies and series of a batch, with one query for each level, locked where
 * other servers may write too; makes those that are missing.
 */
final class ParentRows {
  private static final LevelTable PATIENT = LevelTable.of(DicomLevel.PATIENT);
  private static final LevelTable STUDY = LevelTable.of(DicomLevel.STUDY);
  private static final LevelTable SERIES = LevelTable.of(DicomLevel.SERIES);
  private static final String FIND_STUDIES =
      "SELECT s.study_uid, s.id, s.modalities, s.sop_classes, p.id, p.deidentified, p.patient_key, "
          + (Sql.columns(STUDY, "s") + ", " + Sql.columns(PATIENT, "p"))
          + " FROM study s JOIN patient p ON p.id = s.patient_fk"
          + " WHERE s.study_uid = ANY(?) ORDER BY s.id";
  private static final String FIND_SERIES =
      ("SELECT e.study_fk, e.series_uid, e.id, " + Sql.columns(SERIES, "e"))
          + " FROM series e WHERE e.series_uid = ANY(?) AND e.study_fk = ANY(?)";
  private static final String FIND_PATIENTS =
      ("SELECT p.patient_key, p.id, p.deidentified, " + Sql.columns(PATIENT, "p"))
          + " FROM patient p WHERE p.patient_key = ANY(?) ORDER BY p.id";

  private final Connection connection;
  private final Dialect dialect;
  private final IdBlock ids;
  private final Map<String, ParentRow> patients = new HashMap<>();
  private final Map<String, ParentRow> studies = new HashMap<>();
  private final Map<SeriesKey, ParentRow> series = new HashMap<>();

  private record SeriesKey(long study, String uid) {}

  ParentRows(Connection connection, Dialect dialect, IdBlock ids) {
    this.connection = connection;
    this.dialect = dialect;
    this.ids = ids;
  }

  /** Loads all that is there already of what the candidates belong to. */
  void load(List<Candidate> candidates) throws SQLException {
    loadStudies(
        candidates.stream()
            .map(candidate -> candidate.record().study())
            .collect(Collectors.toSet()));
    Set<String> keys = new LinkedHashSet<>();
    for (Candidate candidate : candidates) {
      if (!studies.containsKey(candidate.record().study())) {
        keys.add(candidate.patientKey());
      }
    }
    keys.removeAll(patients.keySet());
    if (!keys.isEmpty()) {
      loadPatients(keys);
    }
    if (!studies.isEmpty()) {
      loadSeries(
          candidates.stream()
              .map(candidate -> candidate.record().series())
              .collect(Collectors.toSet()));
    }
  }

  private void loadStudies(Collection<String> uids) throws SQLException {
    Array array = connection.createArrayOf("varchar", uids.toArray());
    try (PreparedStatement query =
        connection.prepareStatement(FIND_STUDIES + dialect.lock("s, p"))) {
      query.setArray(1, array);
      try (ResultSet result = query.executeQuery()) {
        while (result.next()) {
          String key = result.getString(7);
          ParentRow patient = patients.get(key);
          if (patient == null) {
            int first = 8 + STUDY.taken().size();
            patient = new ParentRow(result.getLong(5), false, values(PATIENT, result, first));
            patient.deidentified(result.getBoolean(6));
            patients.put(key, patient);
          }
          ParentRow study =
              new ParentRow(result.getLong(2), false, values(STUDY, result, 8)).in(patient);
          study.modalities(result.getString(3));
          study.sopClasses(result.getString(4));
          studies.put(result.getString(1), study);
        }
      }
    }
  }

  private void loadPatients(Collection<String> keys) throws SQLException {
    Array array = connection.createArrayOf("varchar", keys.toArray());
    try (PreparedStatement query = connection.prepareStatement(FIND_PATIENTS + dialect.lock("p"))) {
      query.setArray(1, array);
      try (ResultSet result = query.executeQuery()) {
        while (result.next()) {
          ParentRow patient = new ParentRow(result.getLong(2), false, values(PATIENT, result, 4));
          patient.deidentified(result.getBoolean(3));
          patients.put(result.getString(1), patient);
        }
      }
    }
  }

  private void loadSeries(Collection<String> uids) throws SQLException {
    Map<Long, ParentRow> byId =
        studies.values().stream().collect(Collectors.toMap(ParentRow::id, study -> study));
    try (PreparedStatement query = connection.prepareStatement(FIND_SERIES + dialect.lock("e"))) {
      query.setArray(1, connection.createArrayOf("varchar", uids.toArray()));
      query.setArray(2, connection.createArrayOf("bigint", byId.keySet().toArray()));
      try (ResultSet result = query.executeQuery()) {
        while (result.next()) {
          long study = result.getLong(1);
          series.put(
              new SeriesKey(study, result.getString(2)),
              new ParentRow(result.getLong(3), false, values(SERIES, result, 4))
                  .in(byId.get(study)));
        }
      }
    }
  }

  private static LevelValues values(LevelTable table, ResultSet result, int first)
      throws SQLException {
    Object[] values = new Object[table.taken().size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = result.getObject(first + i);
    }
    return LevelValues.of(table, values);
  }

  /** The series of a candidate, found or new, with study and patient. */
  ParentRow seriesOf(Candidate candidate) throws SQLException {
    ParentRow study = studies.get(candidate.record().study());
    if (study == null) {
      ParentRow patient = patients.get(candidate.patientKey());
      if (patient == null) {
        patient = make(candidate.patient());
        patients.put(candidate.patientKey(), patient);
      }
      study = make(candidate.study()).in(patient);
      studies.put(candidate.record().study(), study);
      patient.addStudy();
    }
    SeriesKey key = new SeriesKey(study.id(), candidate.record().series());
    ParentRow row = series.get(key);
    if (row == null) {
      row = make(candidate.series()).in(study);
      series.put(key, row);
      study.addSeries();
      study.parent().addSeries();
    }
    return row;
  }

  private ParentRow make(LevelValues values) throws SQLException {
    return new ParentRow(ids.next(connection), true, values);
  }

  Map<String, ParentRow> patients() {
    return patients;
  }

  Collection<ParentRow> studies() {
    return studies.values();
  }

  Collection<ParentRow> series() {
    return series.values();
  }
}
