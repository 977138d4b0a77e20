package org.lucina.archive.pipeline.step;

import java.util.ArrayList;
import java.util.List;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Element;
import org.lucina.dicom.Sequence;
import org.lucina.dicom.model.Utf8Declaration;

/** Encodes all text of a data set anew, where its own character set has not what is to be set. */
final class Utf8 {
  private Utf8() {}

  private record Text(DataSet holder, Element element, List<String> values) {}

  /** Converts the whole data set that one belongs to, items included. */
  static void convert(DataSet part) {
    DataSet root = part;
    while (root.parent().isPresent()) {
      root = root.parent().get();
    }
    List<Text> texts = new ArrayList<>();
    collect(root, texts);
    Utf8Declaration.declare(root);
    texts.forEach(
        text ->
            text.holder()
                .set(
                    text.element().tag(),
                    text.element().vr(),
                    text.values().toArray(String[]::new)));
  }

  private static void collect(DataSet data, List<Text> texts) {
    for (Element element : data) {
      if (element.value() instanceof Sequence sequence) {
        sequence.items().forEach(item -> collect(item, texts));
      } else if (element.vr().usesCharacterSet() && !element.isEmpty()) {
        texts.add(new Text(data, element, data.strings(element.tag())));
      }
    }
  }
}
