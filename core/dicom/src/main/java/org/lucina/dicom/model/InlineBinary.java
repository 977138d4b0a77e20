package org.lucina.dicom.model;

import org.lucina.dicom.Bytes;
import org.lucina.dicom.VR;

/** Which values are bytes in JSON and XML, and in which order (PS3.18 F.2.7, PS3.19 A.1.5). */
public final class InlineBinary {

  private InlineBinary() {}

  /** Whether values of a VR are InlineBinary or bulk data, not text or numbers. */
  public static boolean appliesTo(VR vr) {
    return switch (vr) {
      case OB, OD, OF, OL, OV, OW, UN, SQ -> true;
      default -> false;
    };
  }

  /** A copy of the value's bytes in little endian; a last incomplete unit stays as it is. */
  public static byte[] of(Bytes value, VR vr) {
    byte[] bytes = value.toArray();
    int unit = vr.unitLength();
    if (value.bigEndian() && unit > 1) {
      for (int start = 0; start + unit <= bytes.length; start += unit) {
        reverse(bytes, start, start + unit - 1);
      }
    }
    return bytes;
  }

  private static void reverse(byte[] bytes, int from, int to) {
    for (int i = from, j = to; i < j; i++, j--) {
      byte kept = bytes[i];
      bytes[i] = bytes[j];
      bytes[j] = kept;
    }
  }
}
