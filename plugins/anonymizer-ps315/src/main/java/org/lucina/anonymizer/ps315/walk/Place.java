package org.lucina.anonymizer.ps315.walk;

import java.util.Optional;
import org.lucina.anonymizer.ps315.table.Act;
import org.lucina.anonymizer.ps315.table.IodTypes;
import org.lucina.anonymizer.ps315.table.Type;
import org.lucina.dicom.Tags;

/**
 * Where a data set stands.
 *
 * @param sopClass of the instance
 * @param sequence whose item it is; 0 for the instance itself
 * @param prefix of the paths of its attributes
 * @param content what is done to the text of an item of content that is cleaned item by item
 */
record Place(String sopClass, int sequence, String prefix, Optional<Act> content) {
  static Place top(String sopClass) {
    return new Place(sopClass, 0, "", Optional.empty());
  }

  boolean isTop() {
    return sequence == 0;
  }

  /** An item, counted from 1, of content if this is. */
  Place item(int tag, String path, int number, Optional<Act> content) {
    return new Place(sopClass, tag, path + "[" + number + "].", content);
  }

  Type type(IodTypes types, int tag) {
    return isTop() ? types.of(sopClass, tag) : types.in(sequence, tag);
  }

  String path(String attribute) {
    return prefix.isEmpty() ? attribute : prefix + attribute;
  }

  String path(int tag) {
    return prefix + Tags.format(tag);
  }
}
