package org.lucina.archive.index.model;

import org.lucina.dicom.VR;
import org.lucina.spi.dixel.DicomLevel;

/**
 * A DICOM attribute that has a column in the index.
 *
 * @param tag its tag
 * @param vr its value representation
 * @param level the level that it describes
 * @param column its column in the table of that level
 * @param length characters that are kept of it, 0 for numbers
 * @param multiValued whether it can have several values; they are joined by backslashes
 * @param derived whether the index computes it, rather than taking it from the objects
 */
public record IndexedAttribute(
    int tag,
    VR vr,
    DicomLevel level,
    String column,
    int length,
    boolean multiValued,
    boolean derived) {

  /** Whether the column holds an integer rather than text. */
  public boolean isNumber() {
    return length == 0;
  }
}
