package org.lucina.dicom.io;

import java.io.EOFException;
import java.io.IOException;
import java.util.Optional;
import org.lucina.dicom.HeaderForm;
import org.lucina.dicom.VR;

/** Reads the headers of elements, items and delimiters (PS3.5 7.1, 7.5). */
final class HeaderReader {
  private static final int DELIMITER_GROUP = 0xFFFE;

  private final Input in;
  private ImplicitVrs vrs = new ImplicitVrs();
  boolean explicit;
  boolean bigEndian;

  HeaderReader(Input in, boolean explicit, boolean bigEndian) {
    this.in = in;
    this.explicit = explicit;
    this.bigEndian = bigEndian;
  }

  /** The tag that comes next. */
  int peekTag() throws IOException {
    need(8);
    return in.peekTag(0, bigEndian);
  }

  /** Reads the header of an element. */
  void read(ElementHeader header) throws IOException {
    need(8);
    int tag = in.peekTag(0, bigEndian);
    header.tag = tag;
    header.form = HeaderForm.STANDARD;
    header.bigEndian = bigEndian;
    if (!explicit || tag >>> 16 == DELIMITER_GROUP) {
      header.vr = vrs.of(tag);
      header.length = length(in.peek32(4, bigEndian));
      in.advance(8);
    } else {
      readExplicit(header);
    }
    header.valueOffset = in.position();
    if (!explicit) {
      vrs.observe(header, in);
    }
  }

  void enterItem() {
    if (!explicit) {
      vrs = vrs.inItem();
    }
  }

  void leaveItem() {
    if (!explicit) {
      vrs = vrs.outsideItem();
    }
  }

  private void readExplicit(ElementHeader header) throws IOException {
    int first = in.peek(4);
    int second = in.peek(5);
    Optional<VR> known = VR.of(first, second);
    boolean longForm;
    if (known.isPresent()) {
      header.vr = known.get();
      longForm = header.vr.isLongForm();
    } else {
      // As DCMTK has it: capital letters may be a VR to come, and those are to have the long form.
      longForm = isCapital(first) && isCapital(second);
      header.vr = VR.UN;
      header.form = new HeaderForm(first << 8 | second, longForm);
    }
    if (longForm) {
      need(12);
      header.length = length(in.peek32(8, bigEndian));
      in.advance(12);
    } else {
      header.length = in.peek16(6, bigEndian);
      in.advance(8);
    }
  }

  /** Reads the header of an item or of a delimiter. */
  void readDelimiter(ElementHeader header) throws IOException {
    need(8);
    header.tag = in.peekTag(0, bigEndian);
    header.length = length(in.peek32(4, bigEndian));
    in.advance(8);
  }

  private void need(int count) throws IOException {
    if (!in.has(count)) {
      throw new EOFException("the source ends within a header");
    }
  }

  private static boolean isCapital(int letter) {
    return letter >= 'A' && letter <= 'Z';
  }

  private static long length(int field) {
    return field == -1 ? -1 : Integer.toUnsignedLong(field);
  }
}
