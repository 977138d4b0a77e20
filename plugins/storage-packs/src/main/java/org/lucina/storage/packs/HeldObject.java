package org.lucina.storage.packs;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32C;
import org.lucina.spi.storage.StoredObject;

/** A small object that waits to be appended together with others. */
final class HeldObject {
  private final List<ByteBuffer> content;
  private final long length;
  private final int crc;
  private Optional<StoredObject> stored = Optional.empty();
  private Optional<IOException> failure = Optional.empty();

  /** Leaves the buffers as they are; they must not change until it is appended. */
  HeldObject(List<ByteBuffer> content) {
    this.content = content;
    this.length = content.stream().mapToLong(ByteBuffer::remaining).sum();
    CRC32C sum = new CRC32C();
    content.forEach(bytes -> sum.update(bytes.duplicate()));
    this.crc = (int) sum.getValue();
  }

  /** Its bytes, to be read once. */
  List<ByteBuffer> content() {
    return content.stream().map(ByteBuffer::duplicate).toList();
  }

  /** The header with which it goes to a place. */
  RecordHeader header(SegmentHeader segment, long offset, long time) {
    return new RecordHeader(
        RecordHeader.Kind.OBJECT,
        segment.segment(),
        segment.nonce(),
        offset,
        length,
        time,
        crc,
        false);
  }

  /** Tells that it is durable. */
  void succeed(StoredObject where) {
    stored = Optional.of(where);
  }

  /** Tells that it is not. */
  void fail(IOException cause) {
    failure = Optional.of(cause);
  }

  /** What became of it. */
  StoredObject result() throws IOException {
    if (failure.isPresent()) {
      throw new IOException(failure.get().getMessage(), failure.get());
    }
    return stored.orElseThrow(() -> new IOException("the group of the object was not appended"));
  }
}
