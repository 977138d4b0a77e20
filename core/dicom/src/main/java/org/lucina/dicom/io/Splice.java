package org.lucina.dicom.io;

/** A part of a file that is made of new bytes and of bytes of another file. */
sealed interface Splice {

  /** Bytes of it, -1 when that is not known before it was read. */
  long length();

  /** Bytes in memory. */
  record Held(byte[] bytes) implements Splice {
    @Override
    public long length() {
      return bytes.length;
    }
  }

  /** Bytes of the other file, counted in it from the start, inflated ones where it is deflated. */
  record Referred(long offset, long length) implements Splice {}

  /** Bytes that are made while they are read. */
  record Made(MadeValue value, long length) implements Splice {}
}
