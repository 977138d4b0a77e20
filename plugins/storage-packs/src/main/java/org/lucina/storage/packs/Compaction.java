package org.lucina.storage.packs;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * Wins back the space of deleted objects: copies a segment to a sparse file, the remaining objects
 * at their old places and holes between them, and puts it in place of the segment. A crash leaves
 * either the old segment or the new one.
 */
final class Compaction {
  /** How the names of files end that are not yet segments. */
  static final String UNFINISHED = ".compact";

  private final Segment segment;
  private final Path target;
  private final Entries live = new Entries();
  private FileChannel from;
  private FileChannel to;
  private long copied;

  private Compaction(Segment segment) {
    this.segment = segment;
    this.target = segment.pack().resolveSibling(segment.pack().getFileName() + UNFINISHED);
  }

  /**
   * Compacts a segment to which nothing is appended meanwhile.
   *
   * @return whether an object is left in it
   */
  static boolean compact(Segment segment) throws IOException {
    Compaction compaction = new Compaction(segment);
    segment.beginReplacement();
    try {
      compaction.copy();
      segment.replace(compaction.target, compaction.live);
      return compaction.live.count() > 0;
    } finally {
      segment.endReplacement();
      Files.deleteIfExists(compaction.target);
    }
  }

  private void copy() throws IOException {
    try (FileChannel source = FileChannel.open(segment.pack(), StandardOpenOption.READ);
        FileChannel copy =
            FileChannel.open(
                target,
                StandardOpenOption.CREATE_NEW,
                StandardOpenOption.SPARSE,
                StandardOpenOption.WRITE)) {
      from = source;
      to = copy;
      segment.header().write(to);
      copied = RecordHeader.SIZE;
      Entries all = segment.entries();
      for (int i = 0; i < all.count(); i++) {
        Optional<RecordHeader> record = segment.record(from, all.offset(i));
        if (record.isEmpty()) {
          throw new IOException("there is no record at byte " + all.offset(i));
        }
        if (record.get().isLiveObject()) {
          copy(record.get());
        }
      }
      leaveOut(segment.end());
      to.force(true);
    }
  }

  private void copy(RecordHeader record) throws IOException {
    leaveOut(record.offset());
    to.position(record.offset());
    long end = record.contentEnd();
    long next = record.offset();
    while (next < end) {
      long count = from.transferTo(next, end - next, to);
      if (count == 0) {
        throw new IOException("the object at byte " + record.offset() + " is cut short");
      }
      next += count;
    }
    copied = record.next();
    live.add(record.offset(), record.time());
  }

  /** Leaves a hole up to a byte, with a header that tells of it. */
  private void leaveOut(long end) throws IOException {
    if (end > copied) {
      SegmentHeader header = segment.header();
      RecordHeader hole =
          new RecordHeader(
              RecordHeader.Kind.VOID,
              header.segment(),
              header.nonce(),
              copied,
              end - copied - RecordHeader.SIZE,
              0,
              0,
              false);
      ByteBuffer bytes = ByteBuffer.allocate(RecordHeader.SIZE);
      hole.put(bytes);
      Bytes.writeFully(to, bytes.flip(), copied);
      copied = end;
    }
  }
}
