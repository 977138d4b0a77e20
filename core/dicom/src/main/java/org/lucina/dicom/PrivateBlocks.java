package org.lucina.dicom;

import java.util.Optional;

/** Finds the blocks of private elements that creators have reserved (PS3.5 7.8.1). */
final class PrivateBlocks {

  private PrivateBlocks() {}

  /** The block number, 0x10 to 0xFF, that a creator has reserved in a group. */
  static Optional<Integer> block(DataSet dataSet, String creator, int group) {
    for (int block = 0x10; block <= 0xFF; block++) {
      if (dataSet.string(group << 16 | block).filter(creator::equals).isPresent()) {
        return Optional.of(block);
      }
    }
    return Optional.empty();
  }

  /** The creator that has reserved the block of a private tag. */
  static Optional<String> creator(DataSet dataSet, int tag) {
    int block = tag >>> 8 & 0xFF;
    return Tags.isPrivate(tag) && block >= 0x10
        ? dataSet.string(tag & 0xFFFF0000 | block)
        : Optional.empty();
  }

  /** The VR of a tag, private dictionaries included; UN when unknown. */
  static VR vrOf(DataSet dataSet, int tag) {
    VR standard = Dictionary.vrOf(tag);
    return standard != VR.UN
        ? standard
        : creator(dataSet, tag)
            .flatMap(creator -> Dictionary.find(creator, tag))
            .map(Dictionary.Entry::vr)
            .orElse(VR.UN);
  }
}
