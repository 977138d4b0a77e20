package org.lucina.dicom.io;

import java.io.IOException;

/** Receives what the parser finds; must take every byte of a value from the input. */
interface EventSink {

  void value(ElementHeader header, Input in) throws IOException;

  /** Items of a data set follow. */
  void startSequence(ElementHeader header) throws IOException;

  /** Fragments of encapsulated pixel data follow. */
  void startFragments(ElementHeader header) throws IOException;

  /** A nested data set follows; length is -1 when undefined. */
  void startItem(long length) throws IOException;

  void fragment(long length, Input in) throws IOException;

  void endItem() throws IOException;

  /** Ends a sequence or the fragments. */
  void endSequence() throws IOException;

  /** So many zero bytes follow the data set. */
  void padding(long length) throws IOException;
}
