package org.lucina.dicom.io;

import java.io.IOException;
import org.lucina.dicom.BulkData;
import org.lucina.dicom.Bytes;
import org.lucina.dicom.DataSet;
import org.lucina.dicom.Element;
import org.lucina.dicom.Fragments;
import org.lucina.dicom.Sequence;
import org.lucina.dicom.Tags;
import org.lucina.dicom.TransferSyntax;
import org.lucina.dicom.Value;

/** Writes one data set. */
final class DataSetWriter {
  private final Output out;
  private final HeaderWriter headers;
  private final BulkSink bulkSink;
  private final LengthPlan lengths;

  /** Brings the bytes of a value to an output, or sees to it that they get there. */
  interface BulkSink {
    /**
     * @param swapUnit length of the units to turn round, 1 for none
     */
    void put(BulkData bulk, int swapUnit, Output out) throws IOException;
  }

  DataSetWriter(Output out, TransferSyntax syntax, BulkSink bulkSink, LengthPlan lengths) {
    this.out = out;
    this.headers = new HeaderWriter(out, syntax.explicitVr(), syntax.bigEndian());
    this.bulkSink = bulkSink;
    this.lengths = lengths;
  }

  void write(DataSet dataSet) throws IOException {
    for (Element element : dataSet.encodingOrder()) {
      write(element);
    }
  }

  private void write(Element element) throws IOException {
    Value value = element.value();
    if (value instanceof Sequence sequence) {
      sequence(element, sequence);
    } else if (value instanceof Fragments fragments) {
      fragments(element, fragments);
    } else {
      long length = LengthPlan.length(value);
      headers.element(element.tag(), element.vr(), element.form(), length);
      bytes(value, element.vr().unitLength());
    }
  }

  private void bytes(Value value, int unitLength) throws IOException {
    if (value instanceof Bytes bytes) {
      out.put(bytes, unitLength, headers.bigEndian);
      return;
    }
    BulkData bulk = (BulkData) value;
    bulkSink.put(bulk, bulk.bigEndian() == headers.bigEndian ? 1 : unitLength, out);
  }

  private void sequence(Element element, Sequence sequence) throws IOException {
    long length = lengths.next();
    headers.element(element.tag(), element.vr(), element.form(), length);
    boolean explicit = headers.explicit;
    boolean bigEndian = headers.bigEndian;
    if (explicit && LengthPlan.isImplicitInside(element)) {
      headers.explicit = false;
      headers.bigEndian = false;
    }
    for (DataSet item : sequence.items()) {
      long itemLength = lengths.next();
      headers.item(itemLength);
      write(item);
      if (itemLength < 0) {
        headers.delimiter(Tags.ITEM_DELIMITATION, 0);
      }
    }
    if (length < 0) {
      headers.delimiter(Tags.SEQUENCE_DELIMITATION, 0);
    }
    headers.explicit = explicit;
    headers.bigEndian = bigEndian;
  }

  private void fragments(Element element, Fragments fragments) throws IOException {
    headers.element(element.tag(), element.vr(), element.form(), -1);
    fragment(fragments.offsetTable());
    for (Value fragment : fragments.fragments()) {
      fragment(fragment);
    }
    headers.delimiter(Tags.SEQUENCE_DELIMITATION, 0);
  }

  private void fragment(Value value) throws IOException {
    long length = LengthPlan.length(value);
    if (length >= 0) { // else the fragments are made, as items
      headers.item(length);
    }
    bytes(value, 1);
  }
}
