package org.lucina.dicom.xml;

import java.util.ArrayList;
import java.util.List;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Element;
import org.lucina.dicom.VR;

/**
 * Gives private elements, which the model names by their creator alone, a block in their data set
 * (PS3.5 7.8.1): the one that the creator has reserved there, else the next free one.
 */
final class PrivateTags {
  private static final int FIRST_BLOCK = 0x10;
  private static final int LAST_BLOCK = 0xFF;

  private record Owned(String creator, Element element) {}

  private final DataSet dataSet;
  private final List<Owned> waiting = new ArrayList<>();

  PrivateTags(DataSet dataSet) {
    this.dataSet = dataSet;
  }

  /** Takes an element whose creator element may still come. */
  void add(String creator, Element element) {
    waiting.add(new Owned(creator, element));
  }

  /** Puts all elements into the data set, which has all its other elements now. */
  void finish() {
    for (Owned owned : waiting) {
      put(owned.creator().strip(), owned.element());
    }
  }

  private void put(String creator, Element element) {
    int group = element.tag() & 0xFFFF0000;
    for (int block = FIRST_BLOCK; block <= LAST_BLOCK; block++) {
      int tag = group | block << 8 | element.tag() & 0xFF;
      if (isOf(creator, group | block) && !dataSet.contains(tag)) {
        dataSet.put(new Element(tag, element.vr(), element.value()));
        return;
      }
    }
    reserve(creator, element, group);
  }

  private boolean isOf(String creator, int creatorTag) {
    return dataSet.string(creatorTag).filter(creator::equals).isPresent();
  }

  /** When no block is free the group is broken anyway: the element stays where it claims to be. */
  private void reserve(String creator, Element element, int group) {
    for (int block = FIRST_BLOCK; block <= LAST_BLOCK; block++) {
      if (!dataSet.contains(group | block)) {
        dataSet.set(group | block, VR.LO, creator);
        int tag = group | block << 8 | element.tag() & 0xFF;
        dataSet.put(new Element(tag, element.vr(), element.value()));
        return;
      }
    }
    dataSet.put(element);
  }
}
