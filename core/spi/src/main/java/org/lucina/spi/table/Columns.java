package org.lucina.spi.table;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Element;
import org.lucina.dicom.Tag;
import org.lucina.dicom.Tags;
import org.lucina.spi.ConfigSpec;
import org.lucina.spi.dixel.DicomLevel;
import org.lucina.spi.dixel.Reference;
import org.lucina.spi.query.Matching;
import org.lucina.spi.query.Query;
import org.lucina.spi.query.QuerySupport;
import org.lucina.spi.query.UnsupportedQueryException;

/**
 * The columns of a table whose rows are dixels of one level: its identifiers first, then others.
 *
 * @param level of the rows
 * @param columns each once
 */
public record Columns(DicomLevel level, List<Column> columns) {
  /** Specific Character Set of the data sets that are made of rows. */
  static final String UTF_8 = "ISO_IR 192";

  /** Puts the identifiers first, and leaves out what stands twice. */
  public Columns {
    Set<Column> each = new LinkedHashSet<>();
    identifiers(level).forEach(tag -> each.add(Column.of(tag)));
    each.addAll(columns);
    columns = List.copyOf(each);
  }

  /**
   * Columns as administrators write them: names of attributes with commas or spaces between.
   *
   * @throws IllegalArgumentException naming what is no attribute or can be no column
   */
  public static Columns parse(DicomLevel level, String names) {
    List<Column> columns = new ArrayList<>();
    for (String name : names.split("[,\\s]+")) {
      if (!name.isEmpty()) {
        columns.add(Column.of(name));
      }
    }
    return new Columns(level, columns);
  }

  /** All that can be columns of a data set; attributes of sequences and private ones are not. */
  public static Columns all(DicomLevel level, DataSet tags) {
    List<Column> columns = new ArrayList<>();
    for (Element element : tags) {
      int tag = element.tag();
      boolean own = Tags.isPrivate(tag) || Tags.isGroupLength(tag);
      if (!own && tag != Tag.SpecificCharacterSet && Column.fits(tag) && !element.isEmpty()) {
        columns.add(Column.of(tag));
      }
    }
    return new Columns(level, columns);
  }

  /** What names a row: UIDs down to its level, or the patient's identifier. */
  private static List<Integer> identifiers(DicomLevel level) {
    return switch (level) {
      case PATIENT -> List.of(Tag.PatientID);
      case STUDY -> List.of(Tag.StudyInstanceUID);
      case SERIES -> List.of(Tag.StudyInstanceUID, Tag.SeriesInstanceUID);
      case INSTANCE -> List.of(Tag.StudyInstanceUID, Tag.SeriesInstanceUID, Tag.SOPInstanceUID);
    };
  }

  /** The column that tells rows apart. */
  public static Column key(DicomLevel level) {
    List<Integer> identifiers = identifiers(level);
    return Column.of(identifiers.get(identifiers.size() - 1));
  }

  /** A data set for the values of a row. */
  public static DataSet emptyRow() {
    return new DataSet().set(Tag.SpecificCharacterSet, UTF_8);
  }

  /** What a row is, if it tells its identifier. */
  public Optional<Reference> reference(DataSet row) {
    return Reference.of(level, row);
  }

  /** Queries for rows by their columns, with every kind of matching but the fuzzy one. */
  public QuerySupport queries() {
    return new QuerySupport(
        EnumSet.of(level),
        Optional.of(
            columns.stream().map(column -> column.path().get(0)).collect(Collectors.toSet())),
        EnumSet.allOf(Matching.class),
        false,
        true,
        ConfigSpec.none());
  }

  /**
   * Refuses a query that has a term which no column can answer.
   *
   * @throws UnsupportedQueryException naming every such term
   */
  public void check(Query query) throws UnsupportedQueryException {
    queries().check(query, key -> columns.contains(new Column(key.path())));
  }
}
