package org.lucina.dicom.model;

import org.lucina.dicom.DataSet;

/** One value of an attribute as JSON or XML has it, before its VR is known. */
public sealed interface Entry {

  /** A string or number. */
  record Text(String text) implements Entry {}

  /** A name, as the encoded value has it. */
  record Name(String text) implements Entry {}

  /** An item of a sequence. */
  record Item(DataSet dataSet) implements Entry {}

  /** A value that is there, but empty. */
  record Nothing() implements Entry {}
}
