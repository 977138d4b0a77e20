package org.lucina.dicom.xml;

import java.io.IOException;
import java.util.List;
import org.lucina.dicom.Bytes;
import org.lucina.dicom.VR;
import org.lucina.dicom.charset.CharacterSet;
import org.lucina.dicom.value.PersonName;

/** Writes Value and PersonName elements. */
final class ValueWriter {
  private static final List<String> COMPONENTS =
      List.of("FamilyName", "GivenName", "MiddleName", "NamePrefix", "NameSuffix");

  private final XmlOutput out;

  ValueWriter(XmlOutput out) {
    this.out = out;
  }

  /** Writes the values of a text VR. */
  void text(Bytes value, VR vr, CharacterSet characterSet) throws IOException {
    texts(characterSet.decodeValues(value, vr), vr);
  }

  /** Writes values, empty ones too unless all are. */
  void texts(List<String> values, VR vr) throws IOException {
    if (values.stream().allMatch(text -> isEmpty(text, vr))) {
      return;
    }
    int number = 0;
    for (String text : values) {
      number++;
      if (vr == VR.PN) {
        personName(number, PersonName.parse(text));
      } else {
        out.markup("<Value");
        out.attribute("number", number);
        out.markup(">");
        out.text(special(text, vr));
        out.markup("</Value>");
      }
    }
  }

  private static boolean isEmpty(String text, VR vr) {
    return text.isEmpty() || vr == VR.PN && PersonName.parse(text).isEmpty();
  }

  /** Infinity as in JSON. */
  private static String special(String text, VR vr) {
    return vr == VR.FD || vr == VR.FL ? text.replace("Infinity", "inf") : text;
  }

  private void personName(int number, PersonName name) throws IOException {
    out.markup("<PersonName");
    out.attribute("number", number);
    out.markup(">");
    group("Alphabetic", name.alphabetic());
    group("Ideographic", name.ideographic());
    group("Phonetic", name.phonetic());
    out.markup("</PersonName>");
  }

  private void group(String element, PersonName.Group group) throws IOException {
    if (group.isEmpty()) {
      return;
    }
    out.markup("<" + element + ">");
    List<String> components = group.components();
    for (int i = 0; i < components.size(); i++) {
      if (!components.get(i).isEmpty()) {
        out.markup("<" + COMPONENTS.get(i) + ">");
        out.text(components.get(i));
        out.markup("</" + COMPONENTS.get(i) + ">");
      }
    }
    out.markup("</" + element + ">");
  }
}
