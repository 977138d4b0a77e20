package org.lucina.storage.packs;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * The 64 bytes before the content of a record. Records begin at multiples of 64 bytes, so that a
 * header is never torn by a loss of power: it lies within one sector.
 *
 * <p>A header names its own place and the number that its segment drew when it was made; bytes of
 * an object that look like a header are therefore not taken for one.
 *
 * @param kind what follows
 * @param segment number of the segment
 * @param nonce number that the segment drew
 * @param offset byte at which the header begins
 * @param length bytes of content
 * @param time when it was committed, microseconds since 1970
 * @param contentCrc CRC32C of the content
 * @param deleted whether the object was deleted: the one field that is changed afterwards
 */
record RecordHeader(
    Kind kind,
    int segment,
    long nonce,
    long offset,
    long length,
    long time,
    int contentCrc,
    boolean deleted) {
  /** Bytes of a header, and what records are aligned to. */
  static final int SIZE = 64;

  private static final int MAGIC = 0x4C504B52;
  private static final byte VERSION = 1;
  private static final int CHECKED = 48;
  private static final int STATE = 56;
  private static final long DELETED = 0x44454C4554454421L;

  /** What a record is. */
  enum Kind {
    OBJECT,
    /** Space that compaction has won back. */
    VOID
  }

  /** Appends it to a buffer. */
  void put(ByteBuffer target) {
    int start = target.position();
    target.putInt(MAGIC).put(VERSION).put((byte) kind.ordinal()).putShort((short) 0);
    target.putInt(segment).putInt(contentCrc);
    target.putLong(nonce).putLong(offset).putLong(length).putLong(time);
    target.putInt(crc(target, start)).putInt(0).putLong(deleted ? DELETED : 0);
  }

  /** Reads a header that lies at the given byte of a segment; empty when there is none. */
  static Optional<RecordHeader> read(ByteBuffer bytes, int segment, long nonce, long offset) {
    int start = bytes.position();
    if (bytes.remaining() < SIZE
        || bytes.getInt(start) != MAGIC
        || bytes.get(start + 4) != VERSION
        || bytes.getInt(start + 8) != segment
        || bytes.getLong(start + 16) != nonce
        || bytes.getLong(start + 24) != offset
        || bytes.getInt(start + CHECKED) != crc(bytes, start)) {
      return Optional.empty();
    }
    return Optional.of(
        new RecordHeader(
            bytes.get(start + 5) == Kind.OBJECT.ordinal() ? Kind.OBJECT : Kind.VOID,
            segment,
            nonce,
            offset,
            bytes.getLong(start + 32),
            bytes.getLong(start + 40),
            bytes.getInt(start + 12),
            bytes.getLong(start + STATE) == DELETED));
  }

  /** The field to be written at {@link #deletedMarkOffset} when an object is deleted. */
  static ByteBuffer deletedMark() {
    return ByteBuffer.allocate(Long.BYTES).putLong(DELETED).flip();
  }

  /** Where the mark of deletion is written. */
  long deletedMarkOffset() {
    return offset + STATE;
  }

  /** Whether it is an object that can be read. */
  boolean isLiveObject() {
    return kind == Kind.OBJECT && !deleted;
  }

  /** Where the content begins. */
  long contentOffset() {
    return offset + SIZE;
  }

  /** Where the content ends. */
  long contentEnd() {
    return offset + SIZE + length;
  }

  /** Bytes that it takes, its header among them. */
  long space() {
    return next() - offset;
  }

  /** Where the next record begins. */
  long next() {
    return align(contentEnd());
  }

  /** The next place where a record can begin. */
  static long align(long offset) {
    return (offset + SIZE - 1) & -SIZE;
  }

  private static int crc(ByteBuffer bytes, int start) {
    CRC32C crc = new CRC32C();
    crc.update(bytes.duplicate().limit(start + CHECKED).position(start));
    return (int) crc.getValue();
  }
}
