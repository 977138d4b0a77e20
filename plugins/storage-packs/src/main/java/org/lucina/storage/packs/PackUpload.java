package org.lucina.storage.packs;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lucina.spi.storage.StorageUpload;
import org.lucina.spi.storage.StoredObject;

/**
 * An object on its way in: held while it is small, streamed to a lane of its own when it is not.
 */
final class PackUpload implements StorageUpload {
  /** Objects of more bytes are not appended together with others, and do not make them wait. */
  private static final int GROUPED = 320 << 10;

  /** After so many bytes it is looked again whether there is room. */
  private static final long ROOM_CHECK = 16L << 20;

  private final PacksStorage storage;
  private final HoldBuffers buffers;
  private Optional<ByteBuffer> held = Optional.empty();
  private Optional<StreamedObject> streamed = Optional.empty();
  private long sinceRoomCheck;
  private boolean finished;

  PackUpload(PacksStorage storage, HoldBuffers buffers) {
    this.storage = storage;
    this.buffers = buffers;
  }

  @Override
  public void write(ByteBuffer bytes) throws IOException {
    requireUnfinished();
    try {
      sinceRoomCheck += bytes.remaining();
      if (sinceRoomCheck >= ROOM_CHECK) {
        storage.requireRoom();
        sinceRoomCheck = 0;
      }
      append(bytes);
    } catch (IOException e) {
      throw storage.notWritable(e);
    }
  }

  private void append(ByteBuffer bytes) throws IOException {
    if (held.isEmpty() && bytes.remaining() < HoldBuffers.SIZE) {
      held = buffers.take();
    }
    if (held.filter(buffer -> buffer.remaining() >= bytes.remaining()).isPresent()) {
      held.get().put(bytes);
      return;
    }
    StreamedObject stream = stream();
    if (held.isPresent() && bytes.remaining() < HoldBuffers.SIZE) {
      held.get().put(bytes);
    } else {
      stream.write(bytes);
    }
  }

  /** Begins to stream, unless it has begun, and writes what is held. */
  private StreamedObject stream() throws IOException {
    if (streamed.isEmpty()) {
      streamed = Optional.of(new StreamedObject(storage.lanes()));
    }
    if (held.isPresent()) {
      streamed.get().write(held.get().flip());
      held.get().clear();
    }
    return streamed.get();
  }

  @Override
  public StoredObject commit() throws IOException {
    return commit(ByteBuffer.allocate(0));
  }

  @Override
  public StoredObject commit(ByteBuffer last) throws IOException {
    requireUnfinished();
    try {
      StoredObject stored =
          streamed.isPresent() || last.remaining() > GROUPED ? commitStream(last) : share(last);
      last.position(last.limit());
      finish();
      return stored;
    } catch (IOException e) {
      throw storage.notWritable(e);
    }
  }

  private StoredObject commitStream(ByteBuffer last) throws IOException {
    StreamedObject stream = stream();
    stream.write(last);
    StoredObject stored = stream.commit(storage.clock());
    streamed = Optional.empty();
    return stored;
  }

  private StoredObject share(ByteBuffer last) throws IOException {
    List<ByteBuffer> content = new ArrayList<>();
    held.ifPresent(buffer -> content.add(buffer.duplicate().flip()));
    content.add(last.duplicate());
    HeldObject object = new HeldObject(content);
    storage.append(object);
    return object.result();
  }

  @Override
  public void close() throws IOException {
    if (!finished) {
      finish();
      if (streamed.isPresent()) {
        streamed.get().revoke();
      }
    }
  }

  private void finish() {
    finished = true;
    held.ifPresent(buffers::give);
    held = Optional.empty();
  }

  private void requireUnfinished() {
    if (finished) {
      throw new IllegalStateException("upload is committed or closed");
    }
  }
}
