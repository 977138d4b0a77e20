package org.lucina.storage.packs;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;

/** A segment that is appended to; whoever has leased it appends alone. */
final class Lane {
  private final Segment segment;
  private final SegmentOpener opener;
  private volatile Optional<FileChannel> file = Optional.empty();
  private boolean doubtful;
  private volatile boolean ended;

  Lane(Segment segment, SegmentOpener opener) {
    this.segment = segment;
    this.opener = opener;
  }

  /** What it appends to. */
  Segment segment() {
    return segment;
  }

  /** Where the next record goes. */
  long next() {
    return segment.end();
  }

  /** Opens the file, unless it is open. */
  void open() throws IOException {
    if (ended) {
      throw new IOException("the storage is closed");
    }
    if (file.filter(FileChannel::isOpen).isEmpty()) {
      file = Optional.of(opener.open(segment.pack(), StandardOpenOption.WRITE));
    }
  }

  /** Writes at a byte of the segment. */
  void write(ByteBuffer bytes, long at) throws IOException {
    Bytes.writeFully(channel(), bytes, at);
  }

  /** Writes several buffers, one behind the other, beginning at a byte of the segment. */
  void write(ByteBuffer[] bytes, long at) throws IOException {
    channel().position(at);
    int next = 0;
    while (next < bytes.length) {
      if (bytes[next].hasRemaining()) {
        channel().write(bytes, next, bytes.length - next);
      } else {
        next++;
      }
    }
  }

  /** Makes what was written durable, and known. */
  void commit(List<RecordHeader> records) throws IOException {
    try {
      channel().force(false);
    } catch (IOException e) {
      doubt(e); // the system may have forgotten what it could not write
      throw e;
    }
    segment.committed(records);
  }

  /** Takes back what was written and not committed. */
  void rollback() {
    if (ended) {
      return; // whoever opens the segment next cuts it off
    }
    try {
      open();
      if (channel().size() > next()) {
        channel().truncate(next());
      }
    } catch (IOException e) {
      doubt(e);
    }
  }

  /** Takes back what could not be taken back before; tells whether that is durable now. */
  boolean repair() {
    try {
      open();
      channel().truncate(next());
      channel().force(true);
      close();
      return true;
    } catch (IOException e) {
      doubt(e);
      return false;
    }
  }

  private void doubt(IOException cause) {
    if (!doubtful) {
      PacksLogger.LOG.sealed(segment.pack(), String.valueOf(cause.getMessage()));
    }
    doubtful = true;
  }

  /** Whether nothing more is to be appended, after a fault. */
  boolean isDoubtful() {
    return doubtful;
  }

  /** Closes the file, until it is opened again. */
  void close() {
    try {
      if (file.isPresent()) {
        file.get().close();
      }
    } catch (IOException e) {
      doubt(e);
    }
  }

  /** Closes the file for good; called by any thread. */
  void end() {
    ended = true;
    close();
  }

  private FileChannel channel() {
    return file.orElseThrow();
  }
}
