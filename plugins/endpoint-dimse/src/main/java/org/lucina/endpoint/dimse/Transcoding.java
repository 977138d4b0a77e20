package org.lucina.endpoint.dimse;

import java.util.List;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Element;
import org.lucina.dicom.Tag;
import org.lucina.dicom.VR;
import org.lucina.dicom.charset.CharacterSet;

/** Writes the texts of small data sets in another character set. */
final class Transcoding {
  private Transcoding() {}

  /** The same values, in a character set that can encode them. */
  static DataSet to(CharacterSet target, DataSet source) {
    DataSet result = new DataSet();
    if (!target.equals(CharacterSet.DEFAULT)) {
      result.set(Tag.SpecificCharacterSet, target.terms().toArray(String[]::new));
    }
    copy(target, source, result);
    return result;
  }

  private static void copy(CharacterSet target, DataSet source, DataSet result) {
    for (Element element : source) {
      int tag = element.tag();
      VR vr = element.vr();
      if (vr == VR.SQ) {
        List<DataSet> items = source.items(tag).stream().map(item -> item(target, item)).toList();
        result.set(tag, items);
      } else if (vr.usesCharacterSet()) {
        String text = String.join("\\", source.strings(tag));
        result.set(tag, vr, target.encode(text, vr));
      } else if (tag != Tag.SpecificCharacterSet) {
        result.put(element);
      }
    }
  }

  private static DataSet item(CharacterSet target, DataSet source) {
    DataSet item = new DataSet();
    copy(target, source, item);
    return item;
  }

  /** What a level's answer and that of the levels above tell together. */
  static DataSet merge(DataSet above, DataSet below) {
    boolean alike = above.characterSet().equals(below.characterSet());
    DataSet result = alike ? copy(above) : to(CharacterSet.UTF_8, above);
    for (Element element : alike ? below : to(CharacterSet.UTF_8, below)) {
      if (!element.isEmpty() || !result.contains(element.tag())) {
        result.put(element);
      }
    }
    return result;
  }

  private static DataSet copy(DataSet source) {
    DataSet copy = new DataSet();
    source.forEach(copy::put);
    return copy;
  }
}
