package org.lucina.dicom.charset;

import java.util.ArrayList;
import java.util.List;
import org.lucina.dicom.VR;

/** Divides decoded text into values and takes the padding off (PS3.5 6.2, 6.4). */
final class TextValues {

  private TextValues() {}

  static List<String> split(String text, VR vr) {
    if (!vr.isMultiValuedText() || text.indexOf('\\') < 0) {
      String only = trim(text, 0, text.length(), vr);
      return only.isEmpty() ? List.of() : List.of(only);
    }
    List<String> values = new ArrayList<>();
    int start = 0;
    for (int end = text.indexOf('\\'); end >= 0; end = text.indexOf('\\', start)) {
      values.add(trim(text, start, end, vr));
      start = end + 1;
    }
    values.add(trim(text, start, text.length(), vr));
    return values;
  }

  private static String trim(String text, int from, int to, VR vr) {
    int start = from;
    int end = to;
    while (end > start && isPadding(text.charAt(end - 1))) {
      end--;
    }
    while (start < end && hasLeadingPadding(vr) && text.charAt(start) == ' ') {
      start++;
    }
    return text.substring(start, end);
  }

  private static boolean isPadding(char character) {
    return character == ' ' || character == 0;
  }

  /** PS3.5 lets some of these have it; found in others, it says nothing either. */
  private static boolean hasLeadingPadding(VR vr) {
    return vr.isMultiValuedText() && vr != VR.UC;
  }
}
