package org.lucina.endpoint.sql;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Tag;
import org.lucina.spi.dixel.DicomLevel;
import org.lucina.spi.table.Column;
import org.lucina.spi.table.Columns;

/**
 * The table as it is: makes the texts of statements, and rows into data sets.
 *
 * @param level of its rows
 * @param name as it stands in SQL, quoted
 * @param columns all that are ours
 * @param page the clause that ends a selection after so many rows, with {@code %d} for these
 */
record SqlTable(DicomLevel level, String name, List<SqlColumn> columns, String page) {

  /** Copies the list. */
  SqlTable {
    columns = List.copyOf(columns);
  }

  /** The column that tells rows apart. */
  SqlColumn key() {
    return column(Columns.key(level)).orElseThrow();
  }

  Optional<SqlColumn> column(Column attribute) {
    return columns.stream().filter(column -> column.attribute().equals(attribute)).findFirst();
  }

  /** The column that has the identifiers of a level, if it is one of the table's. */
  Optional<SqlColumn> identifier(DicomLevel of) {
    return column(
        Column.of(
            switch (of) {
              case PATIENT -> Tag.PatientID;
              case STUDY -> Tag.StudyInstanceUID;
              case SERIES -> Tag.SeriesInstanceUID;
              case INSTANCE -> Tag.SOPInstanceUID;
            }));
  }

  /** Parameters: a value for each column. */
  String insert() {
    return "INSERT INTO "
        + name
        + " ("
        + columns.stream().map(SqlColumn::name).collect(Collectors.joining(", "))
        + ") VALUES ("
        + columns.stream().map(column -> "?").collect(Collectors.joining(", "))
        + ")";
  }

  /** Parameters: a value for each column, and the key. */
  String update() {
    return "UPDATE "
        + name
        + " SET "
        + columns.stream().map(column -> column.name() + " = ?").collect(Collectors.joining(", "))
        + " WHERE "
        + key().name()
        + " = ?";
  }

  /** Rows by a condition, in order of the key, a page of them. */
  String select(String condition, int rows) {
    return "SELECT "
        + columns.stream().map(SqlColumn::name).collect(Collectors.joining(", "))
        + " FROM "
        + name
        + " WHERE "
        + condition
        + " ORDER BY "
        + key().name()
        + " "
        + String.format(Locale.ROOT, page, rows);
  }

  /** Parameters: the identifier. */
  String exists(SqlColumn column) {
    return "SELECT 1 FROM " + name + " WHERE " + column.name() + " = ?";
  }

  /** Parameters: the identifier. */
  String delete(SqlColumn column) {
    return "DELETE FROM " + name + " WHERE " + column.name() + " = ?";
  }

  /** Sets a value for each column, from the first parameter on. */
  void set(PreparedStatement statement, List<Optional<Object>> values) throws SQLException {
    for (int i = 0; i < columns.size(); i++) {
      if (values.get(i).isPresent()) {
        statement.setObject(i + 1, values.get(i).get());
      } else {
        statement.setNull(i + 1, columns.get(i).kind().jdbcType());
      }
    }
  }

  /** What a row tells. */
  DataSet tags(ResultSet row) throws SQLException {
    DataSet tags = Columns.emptyRow();
    for (int i = 0; i < columns.size(); i++) {
      Optional<String> text = columns.get(i).kind().text(row, i + 1);
      if (text.filter(given -> !given.isEmpty()).isPresent()) {
        columns.get(i).attribute().put(tags, text.get());
      }
    }
    return tags;
  }
}
