package org.lucina.storage.packs;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * The file beside a segment that saves reading it: blocks of entries, each with a header of 64
 * bytes. It is written after what it tells of is durable, and never synced: what is torn or missing
 * is made anew from the segment.
 */
final class SegmentIndex {
  private static final int MAGIC = 0x4C504958;
  private static final int CHECKED = 48;

  private final Path file;
  private final SegmentHeader segment;

  SegmentIndex(Path file, SegmentHeader segment) {
    this.file = file;
    this.segment = segment;
  }

  /**
   * What is known of a segment.
   *
   * @param covered byte up to which all its objects are in the index
   * @param dead bytes of deleted objects, at least
   * @param lastTime when its last object was committed, microseconds since 1970
   */
  record Summary(long covered, long dead, long lastTime) {
    /** Nothing is known. */
    static final Summary NONE = new Summary(RecordHeader.SIZE, 0, 0);
  }

  /** A header, and where its entries lie. */
  private record Block(Summary summary, int count, int crc, long entriesAt) {
    long end() {
      return entriesAt + (long) count * Entries.SIZE;
    }
  }

  /** Takes blocks; returns false to stop. */
  private interface BlockSink {
    boolean accept(FileChannel channel, Block block) throws IOException;
  }

  /** Reads the headers only; what follows a torn block is cut off. */
  Summary summary() throws IOException {
    Summary[] last = {Summary.NONE};
    long end =
        blocks(
            (channel, block) -> {
              last[0] = block.summary();
              return true;
            });
    if (end >= 0) {
      cut(end);
    }
    return last[0];
  }

  /** Reads the entries that a summary tells of; empty when some are damaged or missing. */
  Optional<Entries> entries(Summary expected) throws IOException {
    Entries entries = new Entries();
    boolean[] whole = {expected.equals(Summary.NONE)};
    blocks(
        (channel, block) -> {
          ByteBuffer bytes = ByteBuffer.allocate(block.count() * Entries.SIZE);
          Bytes.readFully(channel, bytes, block.entriesAt());
          boolean intact = crc(bytes.array(), bytes.capacity()) == block.crc();
          entries.read(bytes.flip());
          whole[0] = intact && block.summary().equals(expected);
          return intact;
        });
    return whole[0] ? Optional.of(entries) : Optional.empty();
  }

  /** Forgets all. */
  void clear() throws IOException {
    Files.deleteIfExists(file);
  }

  /** Appends a block. */
  void append(Entries entries, Summary summary) throws IOException {
    ByteBuffer bytes = entries.bytes();
    ByteBuffer block = ByteBuffer.allocate(RecordHeader.SIZE + bytes.capacity());
    block.putInt(MAGIC).putInt(entries.count()).putInt(crc(bytes.array(), bytes.capacity()));
    block.putInt(segment.segment()).putLong(segment.nonce());
    block.putLong(summary.covered()).putLong(summary.dead()).putLong(summary.lastTime());
    block.putInt(crc(block.array(), block.position()));
    block.position(RecordHeader.SIZE).put(bytes).flip();
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      Bytes.writeFully(channel, block, channel.size());
    }
  }

  private long blocks(BlockSink sink) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      long position = 0;
      while (true) {
        Optional<Block> block = block(channel, position);
        if (block.isEmpty() || !sink.accept(channel, block.get())) {
          return position;
        }
        position = block.get().end();
      }
    } catch (NoSuchFileException absent) {
      return -1;
    }
  }

  private Optional<Block> block(FileChannel channel, long at) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(RecordHeader.SIZE);
    Bytes.readFully(channel, bytes, at);
    if (bytes.hasRemaining() || bytes.getInt(0) != MAGIC) {
      return Optional.empty();
    }
    Summary summary = new Summary(bytes.getLong(24), bytes.getLong(32), bytes.getLong(40));
    Block block = new Block(summary, bytes.getInt(4), bytes.getInt(8), at + RecordHeader.SIZE);
    boolean valid =
        bytes.getInt(12) == segment.segment()
            && bytes.getLong(16) == segment.nonce()
            && bytes.getInt(CHECKED) == crc(bytes.array(), CHECKED)
            && block.end() <= channel.size();
    return valid ? Optional.of(block) : Optional.empty();
  }

  private void cut(long end) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      if (channel.size() > end) {
        channel.truncate(end);
      }
    }
  }

  private static int crc(byte[] bytes, int length) {
    CRC32C crc = new CRC32C();
    crc.update(bytes, 0, length);
    return (int) crc.getValue();
  }
}
