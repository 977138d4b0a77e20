package org.lucina.storage.packs;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Appends a group of small objects with one gathering write and one sync. */
final class GroupAppend implements Consumer<List<HeldObject>> {
  private final Lanes lanes;
  private final CommitClock clock;
  private ByteBuffer headers = ByteBuffer.allocateDirect(16 * 2 * RecordHeader.SIZE);

  GroupAppend(Lanes lanes, CommitClock clock) {
    this.lanes = lanes;
    this.clock = clock;
  }

  /** Appends them; called by one thread at a time. */
  @Override
  public void accept(List<HeldObject> group) {
    try {
      Lane lane = lanes.lease();
      try {
        append(lane, group);
      } catch (IOException | RuntimeException e) {
        lane.rollback();
        throw e;
      } finally {
        lanes.giveBack(lane);
      }
    } catch (IOException e) {
      group.forEach(object -> object.fail(e));
    }
  }

  private void append(Lane lane, List<HeldObject> group) throws IOException {
    long start = lane.next();
    long time = clock.now();
    List<RecordHeader> records = new ArrayList<>();
    List<ByteBuffer> bytes = new ArrayList<>();
    headers(group.size());
    long position = start;
    for (HeldObject object : group) {
      RecordHeader record =
          object.header(lane.segment().header(), RecordHeader.align(position), time);
      bytes.add(header(record, (int) (record.offset() - position)));
      bytes.addAll(object.content());
      records.add(record);
      position = record.contentEnd();
    }
    lane.write(bytes.toArray(new ByteBuffer[0]), start);
    lane.commit(records);
    for (int i = 0; i < group.size(); i++) {
      group.get(i).succeed(Segment.stored(records.get(i)));
    }
  }

  private void headers(int count) {
    int needed = count * 2 * RecordHeader.SIZE;
    if (headers.capacity() < needed) {
      headers = ByteBuffer.allocateDirect(needed * 2);
    }
    headers.clear();
  }

  /** A header with the padding before it. */
  private ByteBuffer header(RecordHeader record, int padding) {
    int from = headers.position();
    headers.put(new byte[padding]);
    record.put(headers);
    return headers.duplicate().flip().position(from);
  }
}
