package org.lucina.anonymizer.rules;

import java.util.Arrays;
import java.util.List;
import org.lucina.deid.Marks;
import org.lucina.deid.MethodCode;
import org.lucina.deid.Originals;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Element;

/** Adds codes of de-identification methods to those that there are. */
record Codes(List<MethodCode> codes) implements Action {

  /**
   * Reads codes.
   *
   * @param text codes with / between them
   * @throws IllegalArgumentException when one is unknown
   */
  static Codes read(String text) {
    return new Codes(Arrays.stream(text.split("/")).map(String::strip).map(Codes::code).toList());
  }

  private static MethodCode code(String value) {
    return MethodCode.of(value)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "'" + value + "' is no code of a method, 113100 to 113112"));
  }

  @Override
  public void apply(DataSet data, Element element, Originals originals) {
    codes.forEach(code -> Marks.code(data, code));
  }

  @Override
  public boolean inserts() {
    return true;
  }

  @Override
  public boolean takesSequences() {
    return true;
  }
}
