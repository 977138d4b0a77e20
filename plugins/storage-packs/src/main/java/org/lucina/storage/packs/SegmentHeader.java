package org.lucina.storage.packs;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * The first 64 bytes of a segment.
 *
 * @param segment its number, from 1 on
 * @param nonce a number that it drew when it was made
 */
record SegmentHeader(int segment, long nonce) {
  private static final int MAGIC = 0x4C50414B;
  private static final int VERSION = 1;
  private static final int CHECKED = 24;

  /** Writes it at the beginning of a file. */
  void write(FileChannel file) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(RecordHeader.SIZE);
    bytes.putInt(MAGIC).putInt(VERSION).putInt(segment).putInt(0).putLong(nonce);
    bytes.putInt(crc(bytes)).clear();
    Bytes.writeFully(file, bytes, 0);
  }

  /** Reads it; empty when the file does not begin with one. */
  static Optional<SegmentHeader> read(FileChannel file) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(RecordHeader.SIZE);
    Bytes.readFully(file, bytes, 0);
    boolean valid =
        bytes.position() == RecordHeader.SIZE
            && bytes.getInt(0) == MAGIC
            && bytes.getInt(4) == VERSION
            && bytes.getInt(CHECKED) == crc(bytes);
    return valid
        ? Optional.of(new SegmentHeader(bytes.getInt(8), bytes.getLong(16)))
        : Optional.empty();
  }

  private static int crc(ByteBuffer bytes) {
    CRC32C crc = new CRC32C();
    crc.update(bytes.array(), 0, CHECKED);
    return (int) crc.getValue();
  }
}
