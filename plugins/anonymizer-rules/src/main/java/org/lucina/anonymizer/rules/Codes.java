package org.lucina.anonymizer.rules;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lucina.deid.Originals;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Element;
import org.lucina.dicom.Tag;

/**
 * Adds codes of de-identification methods (PS3.16 CID 7050) to those that there are.
 *
 * @param codes such as 113100
 */
record Codes(List<String> codes) implements Action {
  private static final Map<String, String> MEANINGS =
      Map.ofEntries(
          Map.entry("113100", "Basic Application Confidentiality Profile"),
          Map.entry("113101", "Clean Pixel Data Option"),
          Map.entry("113102", "Clean Recognizable Visual Features Option"),
          Map.entry("113103", "Clean Graphics Option"),
          Map.entry("113104", "Clean Structured Content Option"),
          Map.entry("113105", "Clean Descriptors Option"),
          Map.entry("113106", "Retain Longitudinal Temporal Information Full Dates Option"),
          Map.entry("113107", "Retain Longitudinal Temporal Information Modified Dates Option"),
          Map.entry("113108", "Retain Patient Characteristics Option"),
          Map.entry("113109", "Retain Device Identity Option"),
          Map.entry("113110", "Retain UIDs Option"),
          Map.entry("113111", "Retain Safe Private Option"),
          Map.entry("113112", "Retain Institution Identity Option"));

  /**
   * Reads codes.
   *
   * @param text codes with / between them
   * @throws IllegalArgumentException when one is unknown
   */
  static Codes read(String text) {
    List<String> codes = Arrays.stream(text.split("/")).map(String::strip).toList();
    Optional<String> unknown =
        codes.stream().filter(code -> !MEANINGS.containsKey(code)).findFirst();
    if (unknown.isPresent()) {
      throw new IllegalArgumentException(
          "'" + unknown.get() + "' is no code of a method, 113100 to 113112");
    }
    return new Codes(codes);
  }

  @Override
  public void apply(DataSet data, Element element, Originals originals) {
    List<DataSet> items = new ArrayList<>(data.items(element.tag()));
    for (String code : codes) {
      Optional<String> given = Optional.of(code);
      if (items.stream().noneMatch(item -> item.string(Tag.CodeValue).equals(given))) {
        items.add(
            new DataSet()
                .set(Tag.CodeValue, code)
                .set(Tag.CodingSchemeDesignator, "DCM")
                .set(Tag.CodeMeaning, MEANINGS.get(code)));
      }
    }
    data.set(element.tag(), items);
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
