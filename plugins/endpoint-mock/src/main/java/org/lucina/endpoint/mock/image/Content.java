package org.lucina.endpoint.mock.image;

import java.util.List;
import java.util.Locale;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Tag;
import org.lucina.dicom.VR;

/**
 * Makes content items of structured reports (PS3.3 C.17.3.2): value type, name and value.
 *
 * @param relationship to the item above
 */
record Content(String relationship) {
  static final Content CONTAINS = new Content("CONTAINS");
  static final Content CONTEXT = new Content("HAS OBS CONTEXT");
  static final Content MODIFIER = new Content("HAS CONCEPT MOD");
  static final Content PROPERTY = new Content("HAS PROPERTIES");

  DataSet container(Code name, List<DataSet> content) {
    DataSet item = item("CONTAINER", name).set(Tag.ContinuityOfContent, "SEPARATE");
    return content.isEmpty() ? item : item.set(Tag.ContentSequence, content);
  }

  DataSet code(Code name, Code value, DataSet... content) {
    DataSet item = item("CODE", name).set(Tag.ConceptCodeSequence, value.items());
    return content.length == 0 ? item : item.set(Tag.ContentSequence, List.of(content));
  }

  DataSet text(Code name, String value) {
    return item("TEXT", name).set(Tag.TextValue, value);
  }

  DataSet uid(Code name, String value) {
    return item("UIDREF", name).set(Tag.UID, value);
  }

  DataSet time(Code name, String value) {
    return item("DATETIME", name).set(Tag.DateTime, value);
  }

  /** A number with its unit of UCUM. */
  DataSet number(Code name, double value, String unit) {
    DataSet measured =
        new DataSet()
            .set(Tag.MeasurementUnitsCodeSequence, new Code(unit, "UCUM", unit).items())
            .set(Tag.NumericValue, VR.DS, String.format(Locale.ROOT, "%.2f", value));
    return item("NUM", name).set(Tag.MeasuredValueSequence, List.of(measured));
  }

  private DataSet item(String type, Code name) {
    return new DataSet()
        .set(Tag.RelationshipType, relationship)
        .set(Tag.ValueType, type)
        .set(Tag.ConceptNameCodeSequence, name.items());
  }
}
