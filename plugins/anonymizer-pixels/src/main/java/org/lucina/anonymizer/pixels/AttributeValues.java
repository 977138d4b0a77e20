package org.lucina.anonymizer.pixels;

import java.util.ArrayList;
import java.util.List;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Dictionary;

/**
 * Names an attribute of an object or of items in it.
 *
 * @param path tags from the outermost sequence to the attribute itself
 */
record AttributeValues(List<Integer> path) {

  /**
   * Reads the name: a keyword or a tag, or several of these, those of sequences first.
   *
   * @param separator of them, a regular expression
   * @throws IllegalArgumentException when one is no attribute
   */
  static AttributeValues parse(String text, String separator) {
    List<Integer> tags = new ArrayList<>();
    for (String part : text.split(separator, -1)) {
      tags.add(
          Dictionary.find(part)
              .map(Dictionary.Entry::tag)
              .or(() -> Dictionary.parseTag(part))
              .orElseThrow(
                  () -> new IllegalArgumentException("'" + part + "' is no attribute of DICOM")));
    }
    return new AttributeValues(List.copyOf(tags));
  }

  int tag() {
    return path.get(path.size() - 1);
  }

  /** Its values in each item that may have it, none where it is absent. */
  List<List<String>> in(DataSet data) {
    return holders(data).stream()
        .map(holder -> holder.strings(tag()).stream().map(String::strip).toList())
        .toList();
  }

  /** Whether it is there and not empty, in one item at least. */
  boolean isPresent(DataSet data) {
    return holders(data).stream()
        .anyMatch(holder -> holder.get(tag()).filter(element -> !element.isEmpty()).isPresent());
  }

  private List<DataSet> holders(DataSet data) {
    List<DataSet> holders = List.of(data);
    for (int sequence : path.subList(0, path.size() - 1)) {
      holders = holders.stream().flatMap(holder -> holder.items(sequence).stream()).toList();
    }
    return holders;
  }
}
