package org.lucina.archive.job;

import java.util.ArrayList;
import java.util.List;
import org.lucina.spi.dixel.DicomLevel;
import org.lucina.spi.query.Query;
import org.lucina.spi.query.QueryKey;

/**
 * Reads a worklist of comma-separated values: the first line names attributes of DICOM, each other
 * line is an item. Empty cells do not limit.
 */
final class CsvWorklist {
  private CsvWorklist() {}

  static List<Query> read(String text) throws JobException {
    List<List<String>> rows = CsvText.parse(text);
    if (rows.isEmpty()) {
      throw JobException.malformed("'csv' has no line that names its columns");
    }
    List<String> columns = rows.get(0);
    List<Query> items = new ArrayList<>();
    for (int i = 1; i < rows.size(); i++) {
      String where = "row " + i + " of the csv";
      Query.Builder item = Query.of(DicomLevel.STUDY);
      List<String> row = rows.get(i);
      if (row.size() > columns.size()) {
        throw JobException.malformed(where + " has more cells than there are columns");
      }
      boolean any = false;
      for (int cell = 0; cell < row.size(); cell++) {
        if (!row.get(cell).isBlank()) {
          item.key(key(columns.get(cell).strip(), row.get(cell).strip(), where));
          any = true;
        }
      }
      if (any) {
        items.add(item.build());
      }
    }
    return items;
  }

  private static QueryKey key(String column, String value, String where) throws JobException {
    try {
      return Worklist.exactly(QueryKey.of(column, value), where);
    } catch (IllegalArgumentException e) {
      throw new JobException(JobException.Reason.MALFORMED, where + ": " + e.getMessage(), e);
    }
  }
}
