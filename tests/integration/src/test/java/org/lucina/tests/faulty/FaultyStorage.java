package org.lucina.tests.faulty;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.stream.Stream;
import org.lucina.spi.storage.ObjectChannel;
import org.lucina.spi.storage.Storage;
import org.lucina.spi.storage.StorageUpload;
import org.lucina.spi.storage.StoredObject;

/** Another storage whose operations are slow or fail on command. */
final class FaultyStorage implements Storage {
  private final Storage storage;
  private final Faults faults;

  FaultyStorage(Storage storage, Faults faults) {
    this.storage = storage;
    this.faults = faults;
  }

  @Override
  public StorageUpload begin(String sopInstanceUid) throws IOException {
    faults.at("begin");
    return new Upload(storage.begin(sopInstanceUid));
  }

  @Override
  public ObjectChannel open(String location) throws IOException {
    faults.at("open");
    return storage.open(location);
  }

  @Override
  public void delete(String location) throws IOException {
    faults.at("delete");
    storage.delete(location);
  }

  @Override
  public Stream<StoredObject> committedSince(Instant instant) throws IOException {
    return storage.committedSince(instant);
  }

  @Override
  public long usableBytes() throws IOException {
    return storage.usableBytes();
  }

  @Override
  public void close() {
    storage.close();
  }

  private final class Upload implements StorageUpload {
    private final StorageUpload upload;

    Upload(StorageUpload upload) {
      this.upload = upload;
    }

    @Override
    public void write(ByteBuffer bytes) throws IOException {
      faults.at("write");
      upload.write(bytes);
    }

    @Override
    public StoredObject commit() throws IOException {
      faults.at("commit");
      return upload.commit();
    }

    @Override
    public void close() throws IOException {
      upload.close();
    }
  }
}
