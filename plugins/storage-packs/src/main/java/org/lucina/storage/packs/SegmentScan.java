package org.lucina.storage.packs;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.zip.CRC32C;

/** Finds the whole records of a part of a segment by reading it; damaged ones are passed over. */
final class SegmentScan {
  private static final int CHUNK = 1 << 20;

  private final Segment segment;
  private final FileChannel file;
  private final ByteBuffer chunk = ByteBuffer.allocateDirect(CHUNK);

  SegmentScan(Segment segment, FileChannel file) {
    this.segment = segment;
    this.file = file;
  }

  /**
   * Reads from where a record begins, or begins to be missing.
   *
   * @param found takes whole objects, deleted ones and voids, in order
   */
  void scan(long from, long to, Consumer<RecordHeader> found) throws IOException {
    long expected = from;
    OptionalLong next = OptionalLong.of(from);
    while (next.isPresent() && next.getAsLong() < to) {
      long position = next.getAsLong();
      Optional<RecordHeader> record = segment.record(file, position);
      if (record.isPresent() && isWhole(record.get(), to)) {
        if (position > expected) {
          PacksLogger.LOG.damaged(expected, position, segment.pack());
        }
        found.accept(record.get());
        expected = record.get().next();
        next = OptionalLong.of(expected);
      } else {
        next = search(position + RecordHeader.SIZE, to);
      }
    }
  }

  private boolean isWhole(RecordHeader record, long to) throws IOException {
    if (!record.isLiveObject()) {
      return true;
    }
    if (record.length() < 0 || record.contentEnd() > to) {
      return false;
    }
    CRC32C crc = new CRC32C();
    for (long at = record.contentOffset(); at < record.contentEnd(); at += chunk.limit()) {
      chunk.clear().limit((int) Math.min(CHUNK, record.contentEnd() - at));
      Bytes.readFully(file, chunk, at);
      crc.update(chunk.flip());
    }
    if ((int) crc.getValue() != record.contentCrc()) {
      PacksLogger.LOG.damagedObject(new Location(record.segment(), record.offset()));
      return false;
    }
    return true;
  }

  /** Where the next header lies. */
  private OptionalLong search(long from, long to) throws IOException {
    for (long at = from; at < to; at += CHUNK) {
      chunk.clear();
      Bytes.readFully(file, chunk, at);
      chunk.flip();
      for (int i = 0; i + RecordHeader.SIZE <= chunk.limit(); i += RecordHeader.SIZE) {
        chunk.position(i);
        SegmentHeader header = segment.header();
        if (RecordHeader.read(chunk, header.segment(), header.nonce(), at + i).isPresent()) {
          return OptionalLong.of(at + i);
        }
      }
    }
    return OptionalLong.empty();
  }
}
