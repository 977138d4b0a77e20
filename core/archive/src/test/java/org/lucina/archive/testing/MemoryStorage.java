package org.lucina.archive.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.NoSuchFileException;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.lucina.spi.storage.ObjectChannel;
import org.lucina.spi.storage.Storage;
import org.lucina.spi.storage.StorageFullException;
import org.lucina.spi.storage.StorageUpload;
import org.lucina.spi.storage.StoredObject;

/** A storage in memory, whose room can be limited. */
public final class MemoryStorage implements Storage {
  private record Kept(byte[] bytes, Instant committed) {}

  private final Map<String, Kept> objects = new ConcurrentSkipListMap<>();
  private final AtomicInteger count = new AtomicInteger();
  private final AtomicInteger open = new AtomicInteger();
  private volatile long room = Long.MAX_VALUE;
  private volatile boolean undeletable;

  /** Limits the bytes that one object may have from now on. */
  public void room(long bytes) {
    room = bytes;
  }

  /** Lets deletions fail from now on, or not. */
  public void undeletable(boolean isUndeletable) {
    undeletable = isUndeletable;
  }

  /** Bytes of the object at a location. */
  public byte[] bytes(String location) {
    return objects.get(location).bytes().clone();
  }

  /** Puts other bytes in the place of an object's. */
  public void damage(String location, byte[] bytes) {
    objects.put(location, new Kept(bytes, objects.get(location).committed()));
  }

  /** Puts an object back as if it had never been deleted. */
  public void putBack(String location, byte[] bytes, Instant committed) {
    objects.put(location, new Kept(bytes, committed));
  }

  /** Locations of all objects. */
  public java.util.List<String> locations() {
    return java.util.List.copyOf(objects.keySet());
  }

  /** Uploads that were neither committed nor closed. */
  public int openUploads() {
    return open.get();
  }

  @Override
  public StorageUpload begin(String sopInstanceUid) {
    open.incrementAndGet();
    return new Upload(sopInstanceUid + "/" + count.incrementAndGet());
  }

  @Override
  public ObjectChannel open(String location) throws IOException {
    Kept kept = objects.get(location);
    if (kept == null) {
      throw new NoSuchFileException(location);
    }
    return new MemoryChannel(kept.bytes());
  }

  @Override
  public void delete(String location) throws IOException {
    if (undeletable) {
      throw new IOException("read-only for now");
    }
    objects.remove(location);
  }

  @Override
  public Stream<StoredObject> committedSince(Instant instant) {
    return objects.entrySet().stream()
        .filter(entry -> !entry.getValue().committed().isBefore(instant))
        .map(
            entry ->
                new StoredObject(
                    entry.getKey(), entry.getValue().bytes().length, entry.getValue().committed()));
  }

  @Override
  public long usableBytes() {
    return room;
  }

  @Override
  public void close() {
    // memory needs no closing
  }

  private final class Upload implements StorageUpload {
    private final String location;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private boolean ended;

    Upload(String location) {
      this.location = location;
    }

    @Override
    public void write(ByteBuffer buffer) throws IOException {
      byte[] part = new byte[buffer.remaining()];
      buffer.get(part);
      if (bytes.size() + part.length > room) {
        throw new StorageFullException("no room", null);
      }
      bytes.writeBytes(part);
    }

    @Override
    public StoredObject commit() {
      end();
      Kept kept = new Kept(bytes.toByteArray(), Instant.now());
      objects.put(location, kept);
      return new StoredObject(location, kept.bytes().length, kept.committed());
    }

    @Override
    public void close() {
      end();
    }

    private void end() {
      if (!ended) {
        ended = true;
        open.decrementAndGet();
      }
    }
  }
}
