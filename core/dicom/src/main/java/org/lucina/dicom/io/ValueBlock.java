package org.lucina.dicom.io;

import java.io.IOException;
import org.lucina.dicom.Bytes;

/** Puts short values side by side in shared arrays, which spares an array for each. */
final class ValueBlock {
  private static final int SIZE = 4096;
  private static final int SHORT = 256;
  private static final byte[] EMPTY = {};

  private byte[] block = EMPTY;
  private int used;

  /** Takes a value from the input. */
  Bytes take(int length, boolean bigEndian, Input in) throws IOException {
    if (length > SHORT) {
      return Bytes.of(in.take(length), 0, length, bigEndian);
    }
    if (block.length - used < length) {
      block = new byte[SIZE];
      used = 0;
    }
    in.readFully(block, used, length);
    Bytes value = Bytes.of(block, used, length, bigEndian);
    used += length;
    return value;
  }
}
