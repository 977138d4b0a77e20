package org.lucina.anonymizer.ps315;

import java.nio.charset.StandardCharsets;
import org.lucina.dicom.Bytes;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Element;

/** All values of a data set and its items, as one text to look for something in. */
final class Texts {
  private Texts() {}

  static String of(DataSet data) {
    StringBuilder text = new StringBuilder();
    add(text, data);
    return text.toString();
  }

  private static void add(StringBuilder text, DataSet data) {
    for (Element element : data) {
      if (element.value() instanceof Bytes bytes) {
        text.append(new String(bytes.toArray(), StandardCharsets.ISO_8859_1)).append('\n');
      }
      data.items(element.tag()).forEach(item -> add(text, item));
    }
  }
}
