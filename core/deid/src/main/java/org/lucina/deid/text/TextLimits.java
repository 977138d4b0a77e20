package org.lucina.deid.text;

import org.lucina.dicom.VR;

/** How many characters a value may have (PS3.5 6.2). */
final class TextLimits {
  private TextLimits() {}

  static int of(VR vr) {
    return switch (vr) {
      case SH, AE, CS -> 16;
      case LO, PN -> 64;
      case ST -> 1024;
      case LT -> 10240;
      default -> Integer.MAX_VALUE;
    };
  }
}
