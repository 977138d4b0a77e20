package org.lucina.dicom;

import java.util.List;

/**
 * Encapsulated pixel data (PS3.5 A.4): a basic offset table and the fragments that follow it, each
 * {@link Bytes} or {@link BulkData}.
 *
 * @param offsetTable the first item, the basic offset table, which may be empty
 * @param fragments the other items, in order
 */
public record Fragments(Value offsetTable, List<Value> fragments) implements Value {

  /** Copies the list of fragments. */
  public Fragments {
    fragments = List.copyOf(fragments);
  }

  @Override
  public boolean isEmpty() {
    return fragments.isEmpty() && offsetTable.isEmpty();
  }
}
