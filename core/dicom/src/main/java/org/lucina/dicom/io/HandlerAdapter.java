package org.lucina.dicom.io;

import java.io.IOException;

/** Passes events on to a public handler, which may leave values unread. */
final class HandlerAdapter implements EventSink {
  private final DicomHandler handler;

  HandlerAdapter(DicomHandler handler) {
    this.handler = handler;
  }

  @Override
  public void value(ElementHeader header, Input in) throws IOException {
    ValueStream value = new ValueStream(in, header.length);
    handler.value(header.tag, header.vr, header.length, header.valueOffset, value);
    value.skipRest();
  }

  @Override
  public void startSequence(ElementHeader header) throws IOException {
    handler.startSequence(header.tag, header.vr, header.length);
  }

  @Override
  public void startFragments(ElementHeader header) throws IOException {
    handler.startSequence(header.tag, header.vr, header.length);
  }

  @Override
  public void startItem(long length) throws IOException {
    handler.startItem(length);
  }

  @Override
  public void fragment(long length, Input in) throws IOException {
    ValueStream value = new ValueStream(in, length);
    handler.fragment(length, in.position(), value);
    value.skipRest();
  }

  @Override
  public void endItem() throws IOException {
    handler.endItem();
  }

  @Override
  public void endSequence() throws IOException {
    handler.endSequence();
  }

  @Override
  public void padding(long length) {
    // Zeros after the data set mean nothing to a handler.
  }
}
