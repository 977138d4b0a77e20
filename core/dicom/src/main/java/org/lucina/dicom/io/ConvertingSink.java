package org.lucina.dicom.io;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.lucina.dicom.HeaderForm;
import org.lucina.dicom.Tags;
import org.lucina.dicom.TransferSyntax;
import org.lucina.dicom.VR;

/** Writes events as they come, in another syntax than that in which they were read. */
final class ConvertingSink implements EventSink {

  /** The encoding to return to where a sequence in another one ends. */
  private record Encoding(boolean explicit, boolean bigEndian) {}

  private final Output out;
  private final HeaderWriter headers;
  private final Deque<Encoding> outer = new ArrayDeque<>();

  ConvertingSink(Output out, TransferSyntax target) {
    this.out = out;
    this.headers = new HeaderWriter(out, target.explicitVr(), target.bigEndian());
  }

  @Override
  public void value(ElementHeader header, Input in) throws IOException {
    ValueStream value = new ValueStream(in, header.length);
    if (Tags.isGroupLength(header.tag)) {
      value.skipRest();
      return;
    }
    headers.element(header.tag, header.vr, header.form, header.length);
    boolean swap = header.bigEndian != headers.bigEndian;
    out.put(value, swap ? header.vr.unitLength() : 1);
  }

  @Override
  public void startSequence(ElementHeader header) throws IOException {
    outer.push(new Encoding(headers.explicit, headers.bigEndian));
    headers.element(header.tag, header.vr, header.form, -1);
    if (headers.explicit && header.vr == VR.SQ && header.form.isUnknownSequence()) {
      headers.explicit = false;
      headers.bigEndian = false;
    }
  }

  @Override
  public void startFragments(ElementHeader header) throws IOException {
    outer.push(new Encoding(headers.explicit, headers.bigEndian));
    headers.element(header.tag, header.vr, HeaderForm.STANDARD, -1);
  }

  @Override
  public void startItem(long length) throws IOException {
    headers.item(-1);
  }

  @Override
  public void fragment(long length, Input in) throws IOException {
    headers.item(length);
    out.put(new ValueStream(in, length), 1);
  }

  @Override
  public void endItem() throws IOException {
    headers.delimiter(Tags.ITEM_DELIMITATION, 0);
  }

  @Override
  public void endSequence() throws IOException {
    headers.delimiter(Tags.SEQUENCE_DELIMITATION, 0);
    Encoding encoding = outer.pop();
    headers.explicit = encoding.explicit();
    headers.bigEndian = encoding.bigEndian();
  }

  @Override
  public void padding(long length) {
    // Zeros after the data set belong to no syntax.
  }
}
