package org.lucina.dicom.model;

import java.util.function.LongSupplier;
import org.lucina.dicom.DicomFormatException;
import org.lucina.dicom.io.ReadLimits;

/** Where a reader of one data set is, what it has taken so far, and what it may take. */
public final class ReadContext {
  private static final int ENTRY_COST = 32;

  private final ReadLimits limits;
  private final LongSupplier offset;
  private final AttributePath path = new AttributePath();
  private int elements;
  private long held;

  /** Begins at the root of a data set; the offset is the byte or character that was read last. */
  public ReadContext(ReadLimits limits, LongSupplier offset) {
    this.limits = limits;
    this.offset = offset;
  }

  /** Goes to an element, counting it. */
  public void enterElement(int tag) throws DicomFormatException {
    path.enterTag(tag);
    if (++elements > limits.elements()) {
      throw fault("more than " + limits.elements() + " elements");
    }
  }

  /** Goes to an item, counted from 1. */
  public void enterItem(int number) throws DicomFormatException {
    path.enterItem(number);
    if (path.nesting() > limits.depth()) {
      throw fault("sequences nested deeper than " + limits.depth());
    }
  }

  /** Goes one step back. */
  public void leave() {
    path.leave();
  }

  /** Counts the bytes of a value that is held. */
  public void hold(long bytes) throws DicomFormatException {
    if (bytes > limits.valueLength()) {
      throw fault("value longer than " + limits.valueLength() + " bytes");
    }
    count(bytes);
  }

  /** Counts one of many values or items of an attribute, and what it costs beside its text. */
  public void holdEntry(int length) throws DicomFormatException {
    count(ENTRY_COST + length);
  }

  private void count(long bytes) throws DicomFormatException {
    held += bytes;
    if (held > limits.heldBytes()) {
      throw fault("values longer than " + limits.heldBytes() + " bytes in all");
    }
  }

  /** An error at this place. */
  public DicomFormatException fault(String problem) {
    return new DicomFormatException(problem, path.describe(), offset.getAsLong());
  }
}
