package org.lucina.endpoint.csv;

import java.util.List;

/**
 * A row as it stands in the file.
 *
 * @param start where its first byte is
 * @param end where the first byte behind its end of line is
 * @param cells what it holds
 * @param ended whether it has an end of line
 * @param quoteOpen whether the file ends within quotes
 */
record CsvRow(long start, long end, List<String> cells, boolean ended, boolean quoteOpen) {

  /** Copies the list. */
  CsvRow {
    cells = List.copyOf(cells);
  }

  /** A cell, empty where the row is too short. */
  String cell(int index) {
    return index < cells.size() ? cells.get(index) : "";
  }
}
