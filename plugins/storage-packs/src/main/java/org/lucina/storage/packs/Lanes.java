package org.lucina.storage.packs;

import java.io.IOException;
import java.util.Deque;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;

/**
 * Leases segments to those who append. The one given back last is taken first, and one is made when
 * none is free: there are as many as there ever were appenders at once.
 */
final class Lanes {
  private final Segments segments;
  private final SegmentOpener opener;
  private final long segmentBytes;
  private final Deque<Lane> free = new ConcurrentLinkedDeque<>();
  private final Deque<Lane> doubtful = new ConcurrentLinkedDeque<>();
  private final Set<Lane> leased = ConcurrentHashMap.newKeySet();
  private final Set<Segment> appendable = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  /**
   * Begins with the segments that are not full.
   *
   * @param segmentBytes a segment that has reached this length takes no more objects
   */
  Lanes(Segments segments, SegmentOpener opener, long segmentBytes) {
    this.segments = segments;
    this.opener = opener;
    this.segmentBytes = segmentBytes;
    segments.fullestFirst().filter(segment -> segment.end() < segmentBytes).forEach(this::add);
  }

  private void add(Segment segment) {
    appendable.add(segment);
    free.addLast(new Lane(segment, opener));
  }

  /** Takes a lane; it is to be given back. */
  Lane lease() throws IOException {
    Lane lane = free.pollFirst();
    if (lane == null) {
      Segment segment = segments.create(opener);
      appendable.add(segment);
      lane = new Lane(segment, opener);
    }
    leased.add(lane);
    try {
      requireOpen();
      lane.open();
      requireOpen();
      return lane;
    } catch (IOException e) {
      giveBack(lane);
      throw e;
    }
  }

  /** Gives a lane back, after commit or rollback. */
  void giveBack(Lane lane) {
    leased.remove(lane);
    if (lane.isDoubtful()) {
      lane.close();
      doubtful.add(lane);
    } else if (closed) {
      lane.end();
    } else if (lane.next() >= segmentBytes) {
      lane.close();
      lane.segment().writeIndex();
      appendable.remove(lane.segment());
    } else {
      free.addFirst(lane);
    }
  }

  /** Tries again to take back what faults have left. */
  void repair() {
    for (Lane lane : doubtful) {
      if (lane.repair()) {
        doubtful.remove(lane);
        appendable.remove(lane.segment());
      }
    }
  }

  /** Tells whether nothing will be appended to a segment any more; not so while it is leased. */
  boolean retire(Segment segment) {
    for (Lane lane : free) {
      if (lane.segment() == segment && free.remove(lane)) {
        lane.close();
        appendable.remove(segment);
      }
    }
    return !appendable.contains(segment);
  }

  /** Closes all, those that are leased too. */
  void close() {
    closed = true;
    leased.forEach(Lane::end);
    free.forEach(Lane::end);
    doubtful.forEach(Lane::end);
  }

  /** Refuses to go on after {@link #close}. */
  void requireOpen() throws IOException {
    if (closed) {
      throw new IOException("the storage is closed");
    }
  }
}
