package org.lucina.tests.plugin;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.NoSuchFileException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.lucina.spi.storage.ObjectChannel;
import org.lucina.spi.storage.Storage;
import org.lucina.spi.storage.StorageUpload;
import org.lucina.spi.storage.StoredObject;

/** Keeps objects in memory: fast, and gone when the server stops. */
final class MemoryStorage implements Storage {
  private record Kept(StoredObject object, byte[] bytes) {}

  private final Map<String, Kept> objects = new ConcurrentHashMap<>();

  @Override
  public StorageUpload begin(String sopInstanceUid) {
    return new Upload();
  }

  @Override
  public ObjectChannel open(String location) throws IOException {
    Kept kept =
        Optional.ofNullable(objects.get(location))
            .orElseThrow(() -> new NoSuchFileException(location));
    return new MemoryChannel(kept.bytes());
  }

  @Override
  public void delete(String location) {
    objects.remove(location);
  }

  @Override
  public Stream<StoredObject> committedSince(Instant instant) {
    return objects.values().stream()
        .map(Kept::object)
        .filter(object -> !object.committed().isBefore(instant));
  }

  @Override
  public long usableBytes() {
    return Runtime.getRuntime().maxMemory() / 2;
  }

  @Override
  public void close() {
    objects.clear();
  }

  private final class Upload implements StorageUpload {
    private final ByteArrayOutputStream written = new ByteArrayOutputStream();

    @Override
    public void write(ByteBuffer bytes) {
      byte[] chunk = new byte[bytes.remaining()];
      bytes.get(chunk);
      written.writeBytes(chunk);
    }

    @Override
    public StoredObject commit() {
      String location = UUID.randomUUID().toString();
      StoredObject object = new StoredObject(location, written.size(), Instant.now());
      objects.put(location, new Kept(object, written.toByteArray()));
      return object;
    }

    @Override
    public void close() {
      written.reset();
    }
  }
}
