package org.lucina.archive.store;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.zip.Deflater;

/** What it takes to store one object, made once and used again for the next. */
final class StoreBuffers {
  /** Bytes that are held before they go to the storage. */
  static final int CAPACITY = 256 << 10;

  /** Room for the File Meta Information that stands before the first bytes held. */
  private static final int META_CAPACITY = 16 << 10;

  final byte[] held = new byte[CAPACITY];
  final ByteBuffer out = ByteBuffer.allocateDirect(META_CAPACITY + CAPACITY);
  final MessageDigest digest = Digests.sha256();
  final Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);

  void reset() {
    out.clear();
    digest.reset();
    deflater.reset();
  }

  void end() {
    deflater.end();
  }
}
