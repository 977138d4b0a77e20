package org.lucina.dicom.io;

import java.io.IOException;
import org.lucina.dicom.HeaderForm;
import org.lucina.dicom.Tags;
import org.lucina.dicom.VR;

/** Writes the headers of elements, items and delimiters (PS3.5 7.1, 7.5). */
final class HeaderWriter {
  private static final long LONGEST = 0xFFFFFFFEL;
  private static final int LONGEST_SHORT_FORM = 0xFFFF;

  private final Output out;
  boolean explicit;
  boolean bigEndian;

  HeaderWriter(Output out, boolean explicit, boolean bigEndian) {
    this.out = out;
    this.explicit = explicit;
    this.bigEndian = bigEndian;
  }

  /** Writes the header of an element; length is -1 when undefined. */
  void element(int tag, VR vr, HeaderForm form, long length) throws IOException {
    if (length > LONGEST) {
      throw new IllegalArgumentException(
          Tags.format(tag) + " has " + length + " bytes, more than a header can tell");
    }
    out.putTag(tag, bigEndian);
    if (!explicit || tag >>> 16 == 0xFFFE) {
      out.put32((int) length, bigEndian);
      return;
    }
    boolean longForm = isLongForm(vr, form, length);
    int code = form.vrCode();
    if (!form.hasOwnVr()) {
      VR written = longForm && !vr.isLongForm() ? VR.UN : vr;
      code = HeaderForm.of(written).vrCode();
    }
    out.put(code >>> 8);
    out.put(code);
    if (longForm) {
      out.put16(0, bigEndian);
      out.put32((int) length, bigEndian);
    } else {
      out.put16((int) length, bigEndian);
    }
  }

  /** A value too long for the short form is written as UN (PS3.5 6.2.2). */
  static boolean isLongForm(VR vr, HeaderForm form, long length) {
    return form.hasOwnVr() ? form.longForm() : vr.isLongForm() || length > LONGEST_SHORT_FORM;
  }

  void item(long length) throws IOException {
    delimiter(Tags.ITEM, (int) length);
  }

  void delimiter(int tag, int length) throws IOException {
    out.putTag(tag, bigEndian);
    out.put32(length, bigEndian);
  }
}
