package org.lucina.dicom;

/**
 * A data element (PS3.5 7.1): tag, value representation and value.
 *
 * @param tag group number in the upper, element number in the lower 16 bits
 * @param vr how the value is encoded
 * @param value what it holds
 */
public record Element(int tag, VR vr, Value value) {

  /** Whether the value has no bytes, items or fragments. */
  public boolean isEmpty() {
    return value.isEmpty();
  }
}
