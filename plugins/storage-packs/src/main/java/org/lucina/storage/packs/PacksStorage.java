package org.lucina.storage.packs;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.lucina.spi.storage.FolderLock;
import org.lucina.spi.storage.GroupCommit;
import org.lucina.spi.storage.ObjectChannel;
import org.lucina.spi.storage.Storage;
import org.lucina.spi.storage.StorageFullException;
import org.lucina.spi.storage.StorageUpload;
import org.lucina.spi.storage.StoredObject;

/**
 * Keeps objects in segments that are appended to: small ones of concurrent senders share a write
 * and a sync, a large one has a segment for itself while it is received.
 */
final class PacksStorage implements Storage {
  private static final int PERCENT = 100;

  /** Objects that one write and one sync take, or deletions, at most. */
  private static final int MAX_GROUP = 256;

  private final Path folder;
  private final FolderLock lock;
  private final FileStore store;
  private final Limits limits;
  private final CommitClock clock;
  private final Segments segments;
  private final Lanes lanes;
  private final GroupCommit<HeldObject> appends;
  private final GroupCommit<Deletion> deletions;
  private final HoldBuffers buffers = new HoldBuffers();

  /**
   * What bounds a storage.
   *
   * @param minFree bytes of the file system that stay free
   * @param segmentBytes a segment that has reached this length takes no more objects
   * @param compactPercent segments with deleted objects of so many percent are compacted
   */
  record Limits(long minFree, long segmentBytes, int compactPercent) {}

  private PacksStorage(
      Path folder, FolderLock lock, Limits limits, Clock clock, SegmentOpener opener)
      throws IOException {
    this.folder = folder;
    this.lock = lock;
    this.limits = limits;
    this.store = Files.getFileStore(folder);
    this.clock = new CommitClock(clock);
    this.segments = Segments.load(folder);
    segments.all().forEach(segment -> this.clock.seen(segment.lastTime()));
    this.lanes = new Lanes(segments, opener, limits.segmentBytes());
    this.appends = new GroupCommit<>(MAX_GROUP, new GroupAppend(lanes, this.clock));
    this.deletions = new GroupCommit<>(MAX_GROUP, group -> Deletion.perform(group, segments));
  }

  /** Opens a folder, made when absent, and cuts off what an earlier run has left unfinished. */
  static PacksStorage open(Path folder, Limits limits, Clock clock) throws IOException {
    return open(folder, limits, clock, FileChannel::open);
  }

  /** Opens a folder, and segments for appending in a way of their own. */
  static PacksStorage open(Path folder, Limits limits, Clock clock, SegmentOpener opener)
      throws IOException {
    Files.createDirectories(folder);
    FolderLock lock = FolderLock.take(folder);
    try {
      return new PacksStorage(folder, lock, limits, clock, opener);
    } catch (IOException | RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  @Override
  public StorageUpload begin(String sopInstanceUid) throws IOException {
    requireRoom();
    return new PackUpload(this, buffers);
  }

  @Override
  public ObjectChannel open(String location) throws IOException {
    Location where = Location.of(location);
    return segments.of(where).open(where);
  }

  @Override
  public void delete(String location) throws IOException {
    delete(List.of(location));
  }

  @Override
  public void delete(Collection<String> locations) throws IOException {
    List<Location> gone = new ArrayList<>();
    for (String location : locations) {
      gone.add(Location.of(location));
    }
    Deletion deletion = new Deletion(gone);
    deletions.submit(deletion);
    deletion.result();
  }

  @Override
  public Stream<StoredObject> committedSince(Instant instant) throws IOException {
    long time = CommitClock.micros(instant);
    return segments.all().stream().flatMap(segment -> segment.since(time));
  }

  @Override
  public void maintain() throws IOException {
    lanes.repair();
    for (Segment segment : segments.all()) {
      segment.writeIndex();
      boolean worthwhile =
          segment.dead() > 0 && segment.dead() * PERCENT >= segment.end() * limits.compactPercent();
      if (worthwhile && lanes.retire(segment)) {
        compact(segment);
      }
    }
  }

  private void compact(Segment segment) {
    long dead = segment.dead();
    try {
      boolean left = Compaction.compact(segment);
      PacksLogger.LOG.compacted(segment.pack(), dead);
      if (!left) {
        segments.remove(segment);
      }
    } catch (IOException e) {
      PacksLogger.LOG.notCompacted(segment.pack(), e);
    }
  }

  @Override
  public long usableBytes() throws IOException {
    return Math.max(0, store.getUsableSpace() - limits.minFree());
  }

  /** Refuses to go on when too few bytes are left. */
  void requireRoom() throws IOException {
    lanes.requireOpen();
    long usable = store.getUsableSpace();
    if (usable < limits.minFree()) {
      throw new StorageFullException(
          "file system of "
              + folder
              + " is full: "
              + usable
              + " bytes are left, "
              + limits.minFree()
              + " of them are to stay free",
          null);
    }
  }

  /** Tells that the folder cannot be written, whatever the reason. */
  StorageFullException notWritable(IOException cause) {
    return cause instanceof StorageFullException full
        ? full
        : new StorageFullException(folder + " cannot be written: " + cause.getMessage(), cause);
  }

  /** Appends an object together with those of others; returns when that was tried. */
  void append(HeldObject object) {
    appends.submit(object);
  }

  /** Where large objects go. */
  Lanes lanes() {
    return lanes;
  }

  /** Tells when objects are committed. */
  CommitClock clock() {
    return clock;
  }

  @Override
  public void close() {
    lanes.close();
    segments.all().forEach(Segment::writeIndex);
    lock.close();
  }
}
