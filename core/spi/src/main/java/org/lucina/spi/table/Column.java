package org.lucina.spi.table;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Dictionary;
import org.lucina.dicom.Tag;
import org.lucina.dicom.VR;
import org.lucina.spi.query.QueryKey;

/**
 * An attribute as a column of a table: its text taken out of a data set, and put into one. Of
 * sequences the first item counts; several values are joined by a backslash.
 *
 * @param path tags from the outermost sequence to the attribute itself
 */
public record Column(List<Integer> path) {
  private static final Set<VR> NO_TEXT =
      EnumSet.of(VR.SQ, VR.UN, VR.OB, VR.OD, VR.OF, VR.OL, VR.OV, VR.OW);

  /** Copies the path; refuses attributes that have no text: sequences and bulk. */
  public Column {
    path = new QueryKey(path, "").path();
    if (!fits(path.get(path.size() - 1))) {
      throw new IllegalArgumentException(
          "'"
              + new QueryKey(path, "").attribute()
              + "' can be no column: it is no text and number");
    }
  }

  /** An attribute outside of sequences. */
  public static Column of(int tag) {
    return new Column(List.of(tag));
  }

  /**
   * An attribute by name.
   *
   * @param attribute keyword or tag, in sequences joined by a point, as in queries
   * @throws IllegalArgumentException when there is none, or it can be no column
   */
  public static Column of(String attribute) {
    return new Column(QueryKey.of(attribute, "").path());
  }

  /** An attribute by name, if it is one that can be a column. */
  public static Optional<Column> find(String attribute) {
    try {
      return Optional.of(of(attribute));
    } catch (IllegalArgumentException noColumn) {
      return Optional.empty();
    }
  }

  /** Whether an attribute has text or numbers, and so can be a column. */
  public static boolean fits(int tag) {
    return !NO_TEXT.contains(Dictionary.vrOf(tag));
  }

  /** Keyword or tag, in sequences joined by a point. */
  public String name() {
    return new QueryKey(path, "").attribute();
  }

  /** The attribute itself. */
  public int tag() {
    return path.get(path.size() - 1);
  }

  /** Its value representation. */
  public VR vr() {
    return Dictionary.vrOf(tag());
  }

  /** What a data set has there; empty when it has none. */
  public Optional<String> text(DataSet tags) {
    DataSet item = tags;
    for (int sequence : path.subList(0, path.size() - 1)) {
      List<DataSet> items = item.items(sequence);
      if (items.isEmpty()) {
        return Optional.empty();
      }
      item = items.get(0);
    }
    return Optional.of(String.join("\\", item.strings(tag()))).filter(text -> !text.isEmpty());
  }

  /**
   * Sets what a row has there. Specific Character Set is passed over: the data set has its own.
   *
   * @return false when the attribute cannot hold it, and is left out therefore
   */
  public boolean put(DataSet tags, String text) {
    if (tag() == Tag.SpecificCharacterSet) {
      return true;
    }
    VR vr = vr();
    boolean several = vr.isMultiValuedText() || !vr.isText();
    try {
      DataSet value =
          new DataSet()
              .set(Tag.SpecificCharacterSet, Columns.UTF_8)
              .set(tag(), vr, several ? text.split("\\\\", -1) : new String[] {text});
      innermost(tags).put(value.get(tag()).orElseThrow());
      return true;
    } catch (NumberFormatException noNumber) {
      return false;
    }
  }

  private DataSet innermost(DataSet tags) {
    DataSet item = tags;
    for (int sequence : path.subList(0, path.size() - 1)) {
      List<DataSet> inside = item.items(sequence);
      DataSet first = inside.isEmpty() ? new DataSet() : inside.get(0);
      item.set(sequence, List.of(first));
      item = first;
    }
    return item;
  }
}
