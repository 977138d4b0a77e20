package org.lucina.dicom.io;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.lucina.dicom.Dictionary;
import org.lucina.dicom.Tag;
import org.lucina.dicom.Tags;
import org.lucina.dicom.VR;

/**
 * Finds the VR of elements whose headers name none: from the dictionary, from Pixel Representation
 * where that decides between US and SS (PS3.5 A.1), and from private creators.
 */
final class ImplicitVrs {
  private static final int LONGEST_CREATOR = 64;

  private final Optional<ImplicitVrs> outer;
  private Map<Integer, String> creators = Map.of();
  private boolean signed;

  ImplicitVrs() {
    this.outer = Optional.empty();
  }

  private ImplicitVrs(ImplicitVrs outer) {
    this.outer = Optional.of(outer);
    this.signed = outer.signed;
  }

  /** Those of an item, which has private creators of its own. */
  ImplicitVrs inItem() {
    return new ImplicitVrs(this);
  }

  ImplicitVrs outsideItem() {
    return outer.orElseThrow();
  }

  VR of(int tag) {
    if (!Tags.isPrivate(tag)) {
      return Dictionary.vrOf(tag, signed);
    }
    if (Tags.isPrivateCreator(tag) || Tags.isGroupLength(tag) || creators.isEmpty()) {
      return Dictionary.vrOf(tag);
    }
    String creator = creators.get(tag & 0xFFFF0000 | tag >>> 8 & 0xFF);
    return Optional.ofNullable(creator)
        .flatMap(known -> Dictionary.find(known, tag))
        .map(Dictionary.Entry::vr)
        .orElse(VR.UN);
  }

  /** Looks at the value that comes next, where later VRs depend on it. */
  void observe(ElementHeader header, Input in) throws IOException {
    if (header.tag == Tag.PixelRepresentation) {
      signed = header.length >= 2 && in.has(2) && in.peek16(0, header.bigEndian) == 1;
    } else if (Tags.isPrivateCreator(header.tag)
        && Dictionary.hasPrivate()
        && header.length <= LONGEST_CREATOR
        && in.has((int) header.length)) {
      if (creators.isEmpty()) {
        creators = new TreeMap<>();
      }
      creators.put(
          header.tag, in.peekText((int) header.length, StandardCharsets.ISO_8859_1).strip());
    }
  }
}
