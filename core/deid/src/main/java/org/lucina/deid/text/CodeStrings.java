package org.lucina.deid.text;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Element;
import org.lucina.dicom.Tag;
import org.lucina.dicom.Tags;
import org.lucina.dicom.VR;

/**
 * Words of the standard's code strings in a data set, such as a body part or an image type, and of
 * what its device is called.
 */
final class CodeStrings {
  private CodeStrings() {}

  static Set<String> of(DataSet data) {
    Set<String> words = new HashSet<>();
    collect(data, words);
    return words;
  }

  /** As words and as one. */
  private static void trade(String value, Set<String> words) {
    List<String> parts = NamePatterns.words(value);
    words.addAll(parts);
    words.add(String.join("", parts));
  }

  private static void collect(DataSet data, Set<String> words) {
    for (Element element : data) {
      if (element.vr() == VR.CS && !Tags.isPrivate(element.tag())) {
        for (String value : data.strings(element.tag())) {
          words.addAll(NamePatterns.words(value));
        }
      }
      if (element.tag() == Tag.Manufacturer || element.tag() == Tag.ManufacturerModelName) {
        data.strings(element.tag()).forEach(value -> trade(value, words));
      }
      data.items(element.tag()).forEach(item -> collect(item, words));
    }
  }
}
