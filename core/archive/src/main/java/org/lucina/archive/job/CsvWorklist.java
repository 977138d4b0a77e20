package org.lucina.archive.job;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lucina.spi.dixel.DicomLevel;
import org.lucina.spi.query.Query;
import org.lucina.spi.query.QueryKey;
import org.lucina.spi.table.CsvFormat;
import org.lucina.spi.table.CsvReader;
import org.lucina.spi.table.CsvRow;

/**
 * Reads a worklist of comma-separated values: the first line names attributes of DICOM, each other
 * line is an item. Empty cells do not limit.
 */
final class CsvWorklist {
  private CsvWorklist() {}

  static List<Query> read(String text) throws JobException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    try (CsvReader rows =
        new CsvReader(new ByteArrayInputStream(bytes), CsvFormat.GUARDED, 0, bytes.length)) {
      return read(rows);
    } catch (IOException e) {
      throw new JobException(JobException.Reason.MALFORMED, "'csv': " + e.getMessage(), e);
    }
  }

  private static List<Query> read(CsvReader rows) throws IOException, JobException {
    List<String> columns =
        rows.next()
            .orElseThrow(() -> JobException.malformed("'csv' has no line that names its columns"))
            .cells();
    List<Query> items = new ArrayList<>();
    int number = 0;
    for (Optional<CsvRow> row = rows.next(); row.isPresent(); row = rows.next()) {
      String where = "row " + ++number + " of the csv";
      if (row.get().quoteOpen()) {
        throw JobException.malformed(where + " ends within quotes");
      }
      item(columns, row.get().cells(), where).ifPresent(items::add);
      Worklist.checkNumber(items.size());
    }
    return items;
  }

  private static Optional<Query> item(List<String> columns, List<String> row, String where)
      throws JobException {
    if (row.size() > columns.size()) {
      throw JobException.malformed(where + " has more cells than there are columns");
    }
    Query.Builder item = Query.of(DicomLevel.STUDY);
    boolean any = false;
    for (int cell = 0; cell < row.size(); cell++) {
      if (!row.get(cell).isBlank()) {
        item.key(key(columns.get(cell).strip(), row.get(cell).strip(), where));
        any = true;
      }
    }
    return any ? Optional.of(item.build()) : Optional.empty();
  }

  private static QueryKey key(String column, String value, String where) throws JobException {
    try {
      return Worklist.exactly(QueryKey.of(column, value), where);
    } catch (IllegalArgumentException e) {
      throw new JobException(JobException.Reason.MALFORMED, where + ": " + e.getMessage(), e);
    }
  }
}
