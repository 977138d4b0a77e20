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

  /** Opens frames, as {@link Frames#open} does. */
  @FunctionalInterface
  interface Opener {
    /** Opens one, the first being 1. */
    InputStream open(int number) throws IOException;
  }

  /** Frames of which it is known how many there are and how they are encoded. */
  static Frames of(int count, String transferSyntax, Opener opener) {
    return new Frames() {
      @Override
      public int count() {
        return count;
      }

      @Override
      public String transferSyntax() {
        return transferSyntax;
      }

      @Override
      public InputStream open(int number) throws IOException {
        return opener.open(number);
      }
    };
  }
}
