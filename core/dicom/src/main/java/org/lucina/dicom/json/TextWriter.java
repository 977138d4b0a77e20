package org.lucina.dicom.json;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.lucina.dicom.Bytes;
import org.lucina.dicom.VR;
import org.lucina.dicom.charset.CharacterSet;
import org.lucina.dicom.value.PersonName;

/** Writes the values of text VRs as the {@code Value} member of an attribute. */
final class TextWriter {
  private static final byte[] VALUE = ",\"Value\":[".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] NULL = "null".getBytes(StandardCharsets.US_ASCII);

  private final JsonOutput out;
  private final NumberForm numbers;

  TextWriter(JsonOutput out, NumberForm numbers) {
    this.out = out;
    this.numbers = numbers;
  }

  /** Writes the member, or nothing when all values are empty. */
  void write(Bytes value, VR vr, CharacterSet characterSet) throws IOException {
    if (isPlain(vr) && characterSet.isAscii(value, vr) && writeOnly(value, vr)) {
      return;
    }
    List<String> values = characterSet.decodeValues(value, vr);
    if (areEmpty(values, vr)) {
      return;
    }
    out.raw(VALUE);
    boolean more = false;
    for (String text : values) {
      if (more) {
        out.raw(',');
      }
      more = true;
      one(text, vr);
    }
    out.raw(']');
  }

  private boolean isPlain(VR vr) {
    return vr != VR.PN && (numbers == NumberForm.STRINGS || vr != VR.DS && vr != VR.IS);
  }

  /** The common case, one ASCII value, goes from bytes to bytes. */
  private boolean writeOnly(Bytes value, VR vr) throws IOException {
    int end = value.length();
    while (end > 0 && (value.at(end - 1) == ' ' || value.at(end - 1) == 0)) {
      end--;
    }
    int start = 0;
    if (vr.isMultiValuedText()) {
      while (start < end && vr != VR.UC && value.at(start) == ' ') {
        start++;
      }
      for (int i = start; i < end; i++) {
        if (value.at(i) == '\\') {
          return false;
        }
      }
    }
    if (start < end) {
      out.raw(VALUE);
      out.string(value, start, end);
      out.raw(']');
    }
    return true;
  }

  private static boolean areEmpty(List<String> values, VR vr) {
    for (String text : values) {
      if (!isEmpty(text, vr)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isEmpty(String text, VR vr) {
    return text.isEmpty() || vr == VR.PN && PersonName.parse(text).isEmpty();
  }

  private void one(String text, VR vr) throws IOException {
    if (isEmpty(text, vr)) {
      out.raw(NULL);
    } else if (vr == VR.PN) {
      personName(PersonName.parse(text));
    } else if (numbers == NumberForm.NUMBERS && (vr == VR.DS || vr == VR.IS)) {
      Optional<String> number = NumberText.of(text, vr);
      if (number.isPresent()) {
        out.raw(number.get());
      } else {
        out.string(text);
      }
    } else {
      out.string(text);
    }
  }

  private void personName(PersonName name) throws IOException {
    char before = '{';
    before = group(before, "\"Alphabetic\":", name.alphabetic());
    before = group(before, "\"Ideographic\":", name.ideographic());
    group(before, "\"Phonetic\":", name.phonetic());
    out.raw('}');
  }

  private char group(char before, String member, PersonName.Group group) throws IOException {
    if (group.isEmpty()) {
      return before;
    }
    out.raw(before);
    out.raw(member);
    out.string(group.toString());
    return ',';
  }
}
