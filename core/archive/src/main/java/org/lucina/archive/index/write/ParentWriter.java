package org.lucina.archive.index.write;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.lucina.archive.index.model.LevelTable;
import org.lucina.dicom.Tag;
import org.lucina.spi.dixel.DicomLevel;

/** Writes the patients, studies and series that a batch made or changed, in order of their ids. */
final class ParentWriter {
  private static final LevelTable PATIENT = LevelTable.of(DicomLevel.PATIENT);
  private static final LevelTable STUDY = LevelTable.of(DicomLevel.STUDY);
  private static final LevelTable SERIES = LevelTable.of(DicomLevel.SERIES);
  private static final String INSERT_PATIENT =
      Sql.insert(
          PATIENT,
          ("id patient_key sort_name num_studies num_series num_instances deidentified")
              .split(" "));
  private static final String INSERT_STUDY =
      Sql.insert(
          STUDY,
          ("id patient_fk sort_key modalities sop_classes num_series num_instances").split(" "));
  private static final String INSERT_SERIES = Sql.insert(SERIES, "id", "study_fk", "num_instances");
  private static final String UPDATE_PATIENT =
      "UPDATE patient SET num_studies = num_studies + ?, num_series = num_series + ?,"
          + " num_instances = num_instances + ?, deidentified = ? WHERE id = ?";
  private static final String UPDATE_STUDY =
      "UPDATE study SET modalities = ?, sop_classes = ?, num_series = num_series + ?,"
          + " num_instances = num_instances + ? WHERE id = ?";
  private static final String UPDATE_SERIES =
      "UPDATE series SET num_instances = num_instances + ? WHERE id = ?";

  /** Upper-casing can lengthen a name. */
  private static final int MAX_SORT_NAME = 255;

  private final Connection connection;
  private final SearchTerms terms;

  ParentWriter(Connection connection, SearchTerms terms) {
    this.connection = connection;
    this.terms = terms;
  }

  void write(ParentRows rows) throws SQLException {
    Map<Long, String> keys =
        rows.patients().entrySet().stream()
            .collect(Collectors.toMap(entry -> entry.getValue().id(), Map.Entry::getKey));
    List<ParentRow> patients = touched(rows.patients().values());
    write(
        patients,
        INSERT_PATIENT,
        row ->
            new Object[] {
              row.id(),
              keys.get(row.id()),
              sortName(row.values()),
              row.studies(),
              row.series(),
              row.instances(),
              row.deidentified()
            });
    update(
        patients,
        UPDATE_PATIENT,
        row ->
            new Object[] {
              row.studies(), row.series(), row.instances(), row.deidentified(), row.id()
            });
    List<ParentRow> studies = touched(rows.studies());
    write(
        studies,
        INSERT_STUDY,
        row ->
            new Object[] {
              row.id(),
              row.parent().id(),
              sortKey(row.values()),
              row.modalities(),
              row.sopClasses(),
              row.series(),
              row.instances()
            });
    update(
        studies,
        UPDATE_STUDY,
        row ->
            new Object[] {
              row.modalities(), row.sopClasses(), row.series(), row.instances(), row.id()
            });
    List<ParentRow> series = touched(rows.series());
    write(
        series, INSERT_SERIES, row -> new Object[] {row.id(), row.parent().id(), row.instances()});
    update(series, UPDATE_SERIES, row -> new Object[] {row.instances(), row.id()});
    fill(PATIENT, patients);
    fill(STUDY, studies);
    fill(SERIES, series);
  }

  private static List<ParentRow> touched(Collection<ParentRow> rows) {
    return rows.stream()
        .filter(row -> row.instances() > 0)
        .sorted(Comparator.comparingLong(ParentRow::id))
        .toList();
  }

  private interface Columns {
    Object[] of(ParentRow row);
  }

  private void write(List<ParentRow> rows, String sql, Columns first) throws SQLException {
    List<ParentRow> added = rows.stream().filter(ParentRow::isNew).toList();
    if (added.isEmpty()) {
      return;
    }
    try (PreparedStatement insert = connection.prepareStatement(sql)) {
      for (ParentRow row : added) {
        int column = 1;
        for (Object value : first.of(row)) {
          insert.setObject(column++, value);
        }
        row.values().bind(insert, column);
        insert.addBatch();
        terms.add(row.id(), row.values());
      }
      insert.executeBatch();
    }
  }

  private void update(List<ParentRow> rows, String sql, Columns columns) throws SQLException {
    List<ParentRow> changed = rows.stream().filter(row -> !row.isNew()).toList();
    if (changed.isEmpty()) {
      return;
    }
    try (PreparedStatement update = connection.prepareStatement(sql)) {
      for (ParentRow row : changed) {
        int column = 1;
        for (Object value : columns.of(row)) {
          update.setObject(column++, value);
        }
        update.addBatch();
      }
      update.executeBatch();
    }
  }

  /** Sets what was open and is no longer, which happens seldom. */
  private void fill(LevelTable table, List<ParentRow> rows) throws SQLException {
    for (ParentRow row : rows) {
      if (!row.isNew() && !row.filled().isEmpty()) {
        fill(table, row);
        terms.add(row.id(), row.values(), row.filled());
      }
    }
  }

  private void fill(LevelTable table, ParentRow row) throws SQLException {
    String columns =
        row.filled().stream()
            .mapToObj(i -> row.values().attribute(i).column() + " = ?")
            .collect(Collectors.joining(", "));
    String derived =
        switch (table.level()) {
          case PATIENT -> ", sort_name = ?";
          case STUDY -> ", sort_key = ?";
          case SERIES, INSTANCE -> "";
        };
    String sql = "UPDATE " + table.name() + " SET " + columns + derived + " WHERE id = ?";
    try (PreparedStatement update = connection.prepareStatement(sql)) {
      int column = 1;
      for (int i : row.filled().stream().toArray()) {
        update.setObject(column++, row.values().column(i));
      }
      if (!derived.isEmpty()) {
        boolean patient = table.level() == DicomLevel.PATIENT;
        update.setString(column++, patient ? sortName(row.values()) : sortKey(row.values()));
      }
      update.setLong(column, row.id());
      update.executeUpdate();
    }
  }

  private static String sortName(LevelValues patient) {
    String name = patient.text(Tag.PatientName).toUpperCase(Locale.ROOT);
    return name.substring(0, Math.min(name.length(), MAX_SORT_NAME));
  }

  private static String sortKey(LevelValues study) {
    String date = study.text(Tag.StudyDate);
    return date.isEmpty() ? "" : date + study.text(Tag.StudyTime);
  }
}
