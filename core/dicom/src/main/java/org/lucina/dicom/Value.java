package org.lucina.dicom;

/** What a data element holds: bytes, a reference to bulk data, items, or fragments. */
public sealed interface Value permits Bytes, BulkData, Sequence, Fragments {

  /** Whether nothing is held. */
  boolean isEmpty();
}
