package org.lucina.archive.pipeline.step;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Element;
import org.lucina.dicom.Sequence;
import org.lucina.spi.dixel.Dixel;

/** Reads and copies attributes. */
final class Tagged {
  private Tagged() {}

  static DataSet tags(Dixel dixel) throws StepException {
    try {
      return dixel.tags();
    } catch (IOException | RuntimeException e) {
      throw Faults.of(e);
    }
  }

  /** A copy that can be changed; values, which cannot, are shared. */
  static DataSet copy(DataSet original) {
    DataSet copy = new DataSet().undefinedLength(original.undefinedLength());
    for (Element element : original) {
      if (element.value() instanceof Sequence sequence) {
        List<DataSet> items = new ArrayList<>();
        sequence.items().forEach(item -> items.add(copy(item)));
        Sequence copied = new Sequence(items, sequence.undefinedLength());
        copy.put(new Element(element.tag(), element.vr(), copied, element.form()));
      } else {
        copy.put(element);
      }
    }
    return copy;
  }
}
