package org.lucina.endpoint.csv;

import java.util.Optional;
import org.lucina.dicom.DataSet;
import org.lucina.spi.dixel.DicomLevel;
import org.lucina.spi.table.Column;
import org.lucina.spi.table.Columns;

/**
 * Which attributes become columns.
 *
 * @param level of the rows
 * @param listed those that administrators name; empty for all that a dixel has
 */
record Choice(DicomLevel level, Optional<Columns> listed) {
  private static final String ALL = "ALL";

  /**
   * Reads a list of attributes or {@code ALL}.
   *
   * @throws IllegalArgumentException naming what is no attribute
   */
  static Choice parse(DicomLevel level, String text) {
    return new Choice(
        level,
        text.strip().equalsIgnoreCase(ALL)
            ? Optional.empty()
            : Optional.of(Columns.parse(level, text)));
  }

  /** The columns that a dixel needs. */
  Columns of(DataSet tags) {
    return listed.orElseGet(() -> Columns.all(level, tags));
  }

  /** Whether the endpoint fills a column. */
  boolean has(Column column) {
    return listed.isEmpty() || listed.get().columns().contains(column);
  }
}
