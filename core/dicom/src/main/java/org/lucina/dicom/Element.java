package org.lucina.dicom;

/**
 * A data element (PS3.5 7.1): tag, value representation and value.
 *
 * @param tag group number in the upper, element number in the lower 16 bits
 * @param vr how the value is encoded
 * @param value what it holds
 * @param form how its header is written
 */
public record Element(int tag, VR vr, Value value, HeaderForm form) {

  /** An element with the header that its VR prescribes. */
  public Element(int tag, VR vr, Value value) {
    this(tag, vr, value, HeaderForm.STANDARD);
  }

  /** Whether the value has no bytes, items or fragments. */
  public boolean isEmpty() {
    return value.isEmpty();
  }
}
