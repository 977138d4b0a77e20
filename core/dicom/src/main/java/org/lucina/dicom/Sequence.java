package org.lucina.dicom;

import java.util.List;

/**
 * The items of a sequence element (PS3.5 7.5).
 *
 * @param items the nested data sets, in order
 * @param undefinedLength whether the sequence was, and will be, ended by a delimiter
 */
public record Sequence(List<DataSet> items, boolean undefinedLength) implements Value {

  /** Copies the list of items. */
  public Sequence {
    items = List.copyOf(items);
  }

  @Override
  public boolean isEmpty() {
    return items.isEmpty();
  }
}
