package org.lucina.storage.packs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.lucina.spi.storage.FileObjectChannel;
import org.lucina.spi.storage.Folder;
import org.lucina.spi.storage.ObjectChannel;
import org.lucina.spi.storage.StoredObject;

/** One file of records, and what is known of them. Thread-safe; one {@link Lane} appends to it. */
final class Segment {
  /** After so many objects or bytes the index is written, so that a start has little to scan. */
  private static final int PENDING_ENTRIES = 4096;

  private static final long PENDING_BYTES = 64L << 20;

  private final Path pack;
  private final SegmentHeader header;
  private final SegmentIndex index;
  private final Entries pending = new Entries();
  private final Object changes = new Object();
  private Optional<List<Long>> deletedMeanwhile = Optional.empty();
  private SegmentIndex.Summary indexed;
  private SegmentIndex.Summary known;

  Segment(Path pack, SegmentHeader header) {
    this.pack = pack;
    this.header = header;
    this.index = new SegmentIndex(indexFile(pack), header);
    this.indexed = SegmentIndex.Summary.NONE;
    this.known = indexed;
  }

  /** The index beside a segment. */
  static Path indexFile(Path pack) {
    return pack.resolveSibling(pack.getFileName().toString().replace(".pack", ".idx"));
  }

  /** Reads what the index tells, then the rest of the segment; cuts off what is unfinished. */
  synchronized void load() throws IOException {
    indexed = index.summary();
    known = indexed;
    try (FileChannel file = openForChange()) {
      long size = file.size();
      if (size > known.covered()) {
        scan(file, size);
        PacksLogger.LOG.scanned(pending.count(), size - indexed.covered(), pack);
        cut(file, size);
      }
    }
    writeIndex();
  }

  private void scan(FileChannel file, long to) throws IOException {
    new SegmentScan(this, file).scan(known.covered(), to, this::found);
  }

  private void cut(FileChannel file, long size) throws IOException {
    long end = known.covered();
    if (size > end) {
      PacksLogger.LOG.cut(size - end, pack);
      file.truncate(end);
      file.force(true);
    }
  }

  private void found(RecordHeader record) {
    if (record.isLiveObject()) {
      pending.add(record.offset(), record.time());
    }
    boolean dead = record.kind() == RecordHeader.Kind.OBJECT && record.deleted();
    known =
        new SegmentIndex.Summary(
            record.next(),
            known.dead() + (dead ? record.space() : 0),
            Math.max(known.lastTime(), record.time()));
  }

  /** Takes note of records that are durable now. */
  synchronized void committed(List<RecordHeader> records) {
    records.forEach(this::found);
    boolean much =
        pending.count() >= PENDING_ENTRIES || known.covered() - indexed.covered() >= PENDING_BYTES;
    if (much) {
      writeIndex();
    }
  }

  /** Writes to the index what it does not have. */
  synchronized void writeIndex() {
    if (known.equals(indexed)) {
      return;
    }
    try {
      index.append(pending, known);
      pending.clear();
      indexed = known;
    } catch (IOException e) {
      PacksLogger.LOG.indexNotWritten(pack, e);
    }
  }

  /** Its number and nonce. */
  SegmentHeader header() {
    return header;
  }

  /** Its file. */
  Path pack() {
    return pack;
  }

  /** Where the next record goes. */
  synchronized long end() {
    return known.covered();
  }

  /** When its last object was committed, microseconds since 1970. */
  synchronized long lastTime() {
    return known.lastTime();
  }

  /** Bytes of deleted objects, at least. */
  synchronized long dead() {
    return known.dead();
  }

  /** Opens an object for reading. */
  ObjectChannel open(Location location) throws IOException {
    FileChannel file = FileChannel.open(pack, StandardOpenOption.READ);
    try {
      RecordHeader record =
          record(file, location.offset())
              .filter(RecordHeader::isLiveObject)
              .orElseThrow(() -> new NoSuchFileException(location.toString()));
      return new FileObjectChannel(file, record.contentOffset(), record.length());
    } catch (IOException | RuntimeException e) {
      file.close();
      throw e;
    }
  }

  /** The record that begins at a byte. */
  Optional<RecordHeader> record(FileChannel file, long offset) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(RecordHeader.SIZE);
    Bytes.readFully(file, bytes, offset);
    return RecordHeader.read(bytes.flip(), header.segment(), header.nonce(), offset);
  }

  /** The objects committed at or after a time, microseconds since 1970. */
  Stream<StoredObject> since(long time) {
    if (lastTime() < time) {
      return Stream.empty();
    }
    List<StoredObject> objects = new ArrayList<>();
    try (FileChannel file = FileChannel.open(pack, StandardOpenOption.READ)) {
      Entries entries = entries();
      for (int i = 0; i < entries.count(); i++) {
        if (entries.time(i) >= time) {
          record(file, entries.offset(i))
              .filter(RecordHeader::isLiveObject)
              .map(Segment::stored)
              .ifPresent(objects::add);
        }
      }
    } catch (NoSuchFileException removed) {
      return Stream.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return objects.stream();
  }

  /** All entries, those of deleted objects among them. */
  synchronized Entries entries() throws IOException {
    Optional<Entries> entries = index.entries(indexed);
    if (entries.isEmpty()) {
      reindex();
      entries = Optional.of(new Entries());
    }
    entries.get().addAll(pending);
    return entries.get();
  }

  /** Makes the index anew, from the segment alone. */
  private void reindex() throws IOException {
    long end = known.covered();
    index.clear();
    pending.clear();
    indexed = SegmentIndex.Summary.NONE;
    known = indexed;
    try (FileChannel file = FileChannel.open(pack, StandardOpenOption.READ)) {
      scan(file, end);
    }
    known = new SegmentIndex.Summary(end, known.dead(), known.lastTime());
  }

  /** Deletes the objects that begin at some bytes; durable when it returns. */
  void delete(Collection<Long> offsets) throws IOException {
    synchronized (changes) {
      try (FileChannel file = openForChange()) {
        long space = mark(file, offsets);
        synchronized (this) {
          known = new SegmentIndex.Summary(known.covered(), known.dead() + space, known.lastTime());
        }
        deletedMeanwhile.ifPresent(meanwhile -> meanwhile.addAll(offsets));
      } catch (NoSuchFileException gone) {
        requireGone(gone);
      }
    }
  }

  private void requireGone(NoSuchFileException cause) throws IOException {
    if (!Files.isDirectory(pack.getParent())) {
      throw cause;
    }
  }

  private long mark(FileChannel file, Collection<Long> offsets) throws IOException {
    long space = 0;
    for (long offset : offsets) {
      Optional<RecordHeader> record = record(file, offset);
      if (record.isPresent() && record.get().kind() == RecordHeader.Kind.OBJECT) {
        space += record.get().deleted() ? 0 : record.get().space();
        Bytes.writeFully(file, RecordHeader.deletedMark(), record.get().deletedMarkOffset());
      }
    }
    file.force(false);
    return space;
  }

  /** Begins to take note of what is deleted, for {@link #replace}. */
  void beginReplacement() {
    synchronized (changes) {
      deletedMeanwhile = Optional.of(new ArrayList<>());
    }
  }

  /** Ends what {@link #beginReplacement} began. */
  void endReplacement() {
    synchronized (changes) {
      deletedMeanwhile = Optional.empty();
    }
  }

  /**
   * Puts another file in place of the segment; readers that have the old one open keep it.
   *
   * @param file the new segment, in the same folder
   * @param live its objects
   */
  void replace(Path file, Entries live) throws IOException {
    synchronized (changes) {
      long dead;
      try (FileChannel channel =
          FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
        dead = mark(channel, deletedMeanwhile.orElseThrow());
      }
      synchronized (this) {
        Files.move(file, pack, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        Folder.sync(pack.getParent());
        index.clear();
        pending.clear();
        pending.addAll(live);
        indexed = SegmentIndex.Summary.NONE;
        known = new SegmentIndex.Summary(known.covered(), dead, known.lastTime());
        writeIndex();
      }
    }
  }

  /** Removes the segment, when none of its objects is left. */
  void remove() throws IOException {
    synchronized (changes) {
      Files.deleteIfExists(pack);
      index.clear();
      Folder.sync(pack.getParent());
    }
  }

  private FileChannel openForChange() throws IOException {
    return FileChannel.open(pack, StandardOpenOption.READ, StandardOpenOption.WRITE);
  }

  /** What callers know of a record. */
  static StoredObject stored(RecordHeader record) {
    String location = new Location(record.segment(), record.offset()).toString();
    return new StoredObject(location, record.length(), CommitClock.instant(record.time()));
  }
}
