package org.lucina.storage.packs;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.zip.CRC32C;
import org.lucina.spi.storage.StoredObject;

/**
 * A large object that is written to a lane of its own while it is received. Its header comes last:
 * until then there is nothing at its place.
 */
final class StreamedObject {
  private final Lanes lanes;
  private final Lane lane;
  private final long offset;
  private final CRC32C crc = new CRC32C();
  private long position;

  /** Leases a lane, until {@link #commit} or {@link #revoke}. */
  StreamedObject(Lanes lanes) throws IOException {
    this.lanes = lanes;
    this.lane = lanes.lease();
    this.offset = lane.next();
    this.position = offset + RecordHeader.SIZE;
  }

  /** Appends all remaining bytes. */
  void write(ByteBuffer bytes) throws IOException {
    crc.update(bytes.duplicate());
    int count = bytes.remaining();
    lane.write(bytes, position);
    position += count;
  }

  /** Makes it durable and visible. */
  StoredObject commit(CommitClock clock) throws IOException {
    SegmentHeader segment = lane.segment().header();
    RecordHeader record =
        new RecordHeader(
            RecordHeader.Kind.OBJECT,
            segment.segment(),
            segment.nonce(),
            offset,
            position - offset - RecordHeader.SIZE,
            clock.now(),
            (int) crc.getValue(),
            false);
    ByteBuffer header = ByteBuffer.allocate(RecordHeader.SIZE);
    record.put(header);
    lane.write(header.flip(), offset);
    lane.commit(List.of(record));
    lanes.giveBack(lane);
    return Segment.stored(record);
  }

  /** Takes it back. */
  void revoke() throws IOException {
    lane.rollback();
    lanes.giveBack(lane);
  }
}
