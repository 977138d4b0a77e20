package org.lucina.spi.table;

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
public record CsvRow(long start, long end, List<String> cells, boolean ended, boolean quoteOpen) {

  /** Copies the list. */
  public CsvRow {
    cells = List.copyOf(cells);
  }

  /** A cell, empty where the row is too short. */
  public String cell(int index) {
    return index < cells.size() ? cells.get(index) : "";
  }
}
