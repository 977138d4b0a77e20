package org.lucina.endpoint.csv;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.lucina.dicom.DataSet;
import org.lucina.spi.dixel.DicomLevel;
import org.lucina.spi.table.Column;
import org.lucina.spi.table.Columns;
import org.lucina.spi.table.CsvRow;

/**
 * The first row: the names of the columns. Those that are no attributes are others', and stay.
 *
 * @param names as they stand in the file
 * @param attributes what each stands for, if it is an attribute
 * @param key which column tells rows apart
 */
record Header(List<String> names, List<Optional<Column>> attributes, int key) {

  static Header of(DicomLevel level, List<String> names) {
    List<Optional<Column>> attributes =
        names.stream().map(name -> Column.find(name.strip())).toList();
    return new Header(
        List.copyOf(names), attributes, attributes.indexOf(Optional.of(Columns.key(level))));
  }

  /** Whether rows have their identifier. */
  boolean hasKey() {
    return key >= 0;
  }

  /** The same with those columns behind it that it lacks. */
  Header with(Columns columns) {
    List<String> all = new ArrayList<>(names);
    for (Column column : columns.columns()) {
      if (!attributes.contains(Optional.of(column))) {
        all.add(column.name());
      }
    }
    return all.size() == names.size() ? this : of(columns.level(), all);
  }

  /** The identifier of a row, blank when it has none. */
  String identifier(CsvRow row) {
    return row.cell(key).strip();
  }

  /**
   * The cells of a row: those of our columns anew, the others as they were.
   *
   * @param ours which columns the endpoint fills
   */
  List<String> cells(Predicate<Column> ours, DataSet tags, Optional<CsvRow> before) {
    List<String> cells = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      int index = i;
      Optional<Column> own = attributes.get(i).filter(ours);
      cells.add(
          own.isPresent()
              ? own.get().text(tags).orElse("")
              : before.map(row -> row.cell(index)).orElse(""));
    }
    return cells;
  }

  /** As many cells as there are columns. */
  List<String> fill(CsvRow row) {
    List<String> cells = new ArrayList<>(row.cells());
    while (cells.size() < names.size()) {
      cells.add("");
    }
    return cells;
  }

  /** What a row tells; cells that their attribute cannot hold are left out. */
  DataSet tags(CsvRow row) {
    DataSet tags = Columns.emptyRow();
    for (int i = 0; i < names.size(); i++) {
      String cell = row.cell(i);
      if (!cell.isEmpty() && attributes.get(i).isPresent()) {
        attributes.get(i).get().put(tags, cell);
      }
    }
    return tags;
  }
}
