package org.lucina.dicom;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.lucina.dicom.charset.CharacterSet;

/** Decodes values of text VRs (PS3.5 6.2) and divides them. */
final class TextValues {
  private static final byte ESCAPE = 0x1B;

  private TextValues() {}

  /** All values without padding. */
  static List<String> decode(Bytes value, VR vr, Supplier<CharacterSet> characterSet) {
    String text = decodeWhole(value, vr, characterSet);
    if (!vr.isMultiValuedText() || text.indexOf('\\') < 0) {
      String only = trim(text, vr);
      return only.isEmpty() ? List.of() : List.of(only);
    }
    List<String> values = new ArrayList<>();
    int start = 0;
    for (int end; (end = text.indexOf('\\', start)) >= 0; start = end + 1) {
      values.add(trim(text.substring(start, end), vr));
    }
    values.add(trim(text.substring(start), vr));
    return values;
  }

  private static String decodeWhole(Bytes value, VR vr, Supplier<CharacterSet> characterSet) {
    if (vr.usesCharacterSet() && !isPlainAscii(value)) {
      return characterSet.get().decode(value, vr);
    }
    return new String(value.array(), value.offset(), value.length(), StandardCharsets.ISO_8859_1);
  }

  /** Whether every character set reads the bytes as ASCII does (ISO IR 13 has no tilde). */
  private static boolean isPlainAscii(Bytes value) {
    byte[] array = value.array();
    int end = value.offset() + value.length();
    for (int i = value.offset(); i < end; i++) {
      if (array[i] < 0 || array[i] == ESCAPE || array[i] == '~') {
        return false;
      }
    }
    return true;
  }

  private static String trim(String text, VR vr) {
    int end = text.length();
    while (end > 0 && (text.charAt(end - 1) == ' ' || text.charAt(end - 1) == 0)) {
      end--;
    }
    int start = 0;
    if (vr.isMultiValuedText() && vr != VR.UC) {
      while (start < end && text.charAt(start) == ' ') {
        start++;
      }
    }
    return text.substring(start, end);
  }
}
