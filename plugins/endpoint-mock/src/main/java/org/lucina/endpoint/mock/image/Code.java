package org.lucina.endpoint.mock.image;

import java.util.List;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Tag;

/**
 * A coded concept (PS3.3 8.8).
 *
 * @param value Code Value
 * @param scheme Coding Scheme Designator
 * @param meaning Code Meaning
 */
record Code(String value, String scheme, String meaning) {

  static Code snomed(String value, String meaning) {
    return new Code(value, "SCT", meaning);
  }

  static Code dicom(String value, String meaning) {
    return new Code(value, "DCM", meaning);
  }

  /** The items of a sequence that has this code alone. */
  List<DataSet> items() {
    return List.of(item());
  }

  DataSet item() {
    return new DataSet()
        .set(Tag.CodeValue, value)
        .set(Tag.CodingSchemeDesignator, scheme)
        .set(Tag.CodeMeaning, meaning);
  }
}
