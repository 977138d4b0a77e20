package org.lucina.storage.packs;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** Reads and writes at a place of a file until all is done. */
final class Bytes {

  private Bytes() {}

  /** Fills the buffer, or as far as the file goes. */
  static void readFully(FileChannel file, ByteBuffer target, long from) throws IOException {
    long next = from;
    while (target.hasRemaining()) {
      int got = file.read(target, next);
      if (got < 0) {
        return;
      }
      next += got;
    }
  }

  /** Writes all remaining bytes of a buffer. */
  static void writeFully(FileChannel file, ByteBuffer source, long at) throws IOException {
    long next = at;
    while (source.hasRemaining()) {
      next += file.write(source, next);
    }
  }
}
