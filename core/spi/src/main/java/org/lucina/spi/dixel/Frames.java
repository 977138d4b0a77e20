package org.lucina.spi.dixel;

import java.io.IOException;
import java.io.InputStream;

/** The frames of an instance's pixel data, each read when asked for. */
public interface Frames {

  /** How many there are, 1 at least. */
  int count();

  /**
   * Transfer Syntax UID: tells whether a frame is native pixels in little endian or one code
   * stream.
   */
  String transferSyntax();

  /**
   * Reads a frame; close it.
   *
   * @param number from 1, as in PS3.18
   */
  InputStream open(int number) throws IOException;
}
