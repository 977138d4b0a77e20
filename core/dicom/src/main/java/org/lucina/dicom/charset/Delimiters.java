package org.lucina.dicom.charset;

import org.lucina.dicom.VR;

/** The characters at which code extensions end (PS3.5 6.1.2.5.3). */
final class Delimiters {

  private Delimiters() {}

  /** Whether the initial code elements are in force again after a character. */
  static boolean reset(int character, VR vr) {
    return switch (character) {
      case '\t', '\n', '\f', '\r' -> true;
      case '\\' -> vr.isMultiValuedText();
      case '^', '=' -> vr == VR.PN;
      default -> false;
    };
  }
}
