package org.lucina.dicom;

import java.util.List;
import java.util.function.Supplier;
import org.lucina.dicom.charset.CharacterSet;

/** Decodes values of text VRs (PS3.5 6.2) and divides them. */
final class TextValues {
  private static final byte ESCAPE = 0x1B;

  private TextValues() {}

  /** All values without padding. */
  static List<String> decode(Bytes value, VR vr, Supplier<CharacterSet> characterSet) {
    CharacterSet inForce =
        vr.usesCharacterSet() && !isPlainAscii(value, vr)
            ? characterSet.get()
            : CharacterSet.DEFAULT;
    return inForce.decodeValues(value, vr);
  }

  /** Whether all sets read the bytes as ASCII: ISO IR 13 has no tilde and no backslash. */
  private static boolean isPlainAscii(Bytes value, VR vr) {
    byte[] array = value.array();
    int end = value.offset() + value.length();
    for (int i = value.offset(); i < end; i++) {
      boolean character = array[i] == '\\' && !vr.isMultiValuedText();
      if (array[i] < 0 || array[i] == ESCAPE || array[i] == '~' || character) {
        return false;
      }
    }
    return true;
  }
}
