package org.lucina.dicom.fuzz;

import org.lucina.dicom.BulkData;
import org.lucina.dicom.Bytes;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Element;
import org.lucina.dicom.Fragments;
import org.lucina.dicom.Sequence;
import org.lucina.dicom.Tags;
import org.lucina.dicom.Value;
import org.lucina.dicom.model.InlineBinary;

/** A data set as text, one element a line, with all that a writer must keep. */
final class Outline {
  private final StringBuilder text = new StringBuilder();
  private boolean whole = true;

  private Outline() {}

  static String of(DataSet dataSet) {
    Outline outline = new Outline();
    outline.dataSet(dataSet, "");
    return outline.text.toString();
  }

  /** Whether all values are in memory, so that the data set can be written. */
  static boolean isWhole(DataSet dataSet) {
    Outline outline = new Outline();
    outline.dataSet(dataSet, "");
    return outline.whole;
  }

  private void dataSet(DataSet dataSet, String indent) {
    for (Element element : dataSet) {
      text.append(indent).append(Tags.format(element.tag())).append(' ').append(element.vr());
      value(element, element.value(), indent);
    }
  }

  private void value(Element element, Value value, String indent) {
    if (value instanceof Bytes bytes) {
      text.append(' ');
      for (byte one : InlineBinary.of(bytes, element.vr())) {
        text.append(Character.forDigit(one >> 4 & 15, 16)).append(Character.forDigit(one & 15, 16));
      }
      text.append('\n');
    } else if (value instanceof Sequence sequence) {
      text.append(sequence.undefinedLength() ? " undefined\n" : "\n");
      for (DataSet item : sequence.items()) {
        text.append(indent).append(item.undefinedLength() ? "> undefined\n" : ">\n");
        dataSet(item, indent + " ");
      }
    } else if (value instanceof Fragments fragments) {
      value(element, fragments.offsetTable(), indent);
      fragments.fragments().forEach(fragment -> value(element, fragment, indent));
    } else if (value instanceof BulkData bulk) {
      whole = false;
      text.append(" bulk ").append(bulk.length()).append('\n');
    }
  }
}
