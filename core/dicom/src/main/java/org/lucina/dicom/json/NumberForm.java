package org.lucina.dicom.json;

/** How values of DS and IS are written (PS3.18 Table F.2.3-1 leaves the choice). */
public enum NumberForm {
  /** As JSON numbers where they are valid, else as strings. */
  NUMBERS,
  /** As strings, which keeps plus signs and leading zeros. */
  STRINGS
}
