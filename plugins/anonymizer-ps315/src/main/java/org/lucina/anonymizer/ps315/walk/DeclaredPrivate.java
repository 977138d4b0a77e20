package org.lucina.anonymizer.ps315.walk;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Tag;

/** Private attributes of which an object itself says that they are safe (PS3.3 C.12.1.1.7). */
final class DeclaredPrivate {
  private static final int BLOCK_SIZE = 0x100;

  private final Map<Block, BitSet> safe = new HashMap<>();

  private record Block(int group, String creator) {}

  /** What an object says, before it is changed. */
  DeclaredPrivate(DataSet object) {
    for (DataSet item : object.items(Tag.PrivateDataElementCharacteristicsSequence)) {
      int group = item.integer(Tag.PrivateGroupReference).orElse(-1);
      String creator = item.string(Tag.PrivateCreatorReference).orElse("").strip();
      if (!creator.isEmpty()) {
        add(item, safe.computeIfAbsent(new Block(group, creator), block -> new BitSet()));
      }
    }
  }

  private static void add(DataSet item, BitSet elements) {
    if (item.string(Tag.BlockIdentifyingInformationStatus).filter("SAFE"::equals).isPresent()) {
      elements.set(0, BLOCK_SIZE);
    }
    for (int each : item.integers(Tag.NonidentifyingPrivateElements)) {
      if (each >= 0 && each < BLOCK_SIZE) {
        elements.set(each);
      }
    }
  }

  /** Whether it says so of an attribute in a block of a creator. */
  boolean contains(String creator, int tag) {
    BitSet elements = safe.get(new Block(tag >>> 16, creator.strip()));
    return elements != null && elements.get(tag & BLOCK_SIZE - 1);
  }
}
