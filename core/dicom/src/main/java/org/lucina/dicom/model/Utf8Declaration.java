package org.lucina.dicom.model;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.lucina.dicom.Bytes;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Element;
import org.lucina.dicom.Sequence;
import org.lucina.dicom.Tag;
import org.lucina.dicom.VR;
import org.lucina.dicom.charset.CharacterSet;

/**
 * Specific Character Set where text is UTF-8, as in JSON and XML (PS3.18 F.2): ISO_IR 192, unless
 * the default repertoire is declared.
 */
public final class Utf8Declaration {
  private static final Element UTF_8 =
      new Element(
          Tag.SpecificCharacterSet,
          VR.CS,
          Bytes.of("ISO_IR 192".getBytes(StandardCharsets.US_ASCII)));

  private Utf8Declaration() {}

  /** What stands for an element of the data set when it is written as UTF-8. */
  public static Element of(DataSet dataSet, Element element) {
    if (element.tag() != Tag.SpecificCharacterSet) {
      return element;
    }
    boolean ownDefault = !element.isEmpty() && dataSet.characterSet().equals(CharacterSet.DEFAULT);
    return ownDefault ? element : UTF_8;
  }

  /** Declares that all text of a data set, items included, is encoded in UTF-8. */
  public static void declare(DataSet root) {
    root.put(UTF_8);
    replaceInItems(root);
  }

  private static void replaceInItems(DataSet dataSet) {
    for (Element element : dataSet) {
      if (element.value() instanceof Sequence sequence) {
        replaceIn(sequence.items());
      }
    }
  }

  private static void replaceIn(List<DataSet> items) {
    for (DataSet item : items) {
      if (item.contains(Tag.SpecificCharacterSet)) {
        item.put(UTF_8);
      }
      replaceInItems(item);
    }
  }
}
