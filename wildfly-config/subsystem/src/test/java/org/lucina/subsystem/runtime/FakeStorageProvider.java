package org.lucina.subsystem.runtime;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.lucina.spi.ConfigSpec;
import org.lucina.spi.Configuration;
import org.lucina.spi.ProviderException;
import org.lucina.spi.ServerContext;
import org.lucina.spi.storage.ObjectChannel;
import org.lucina.spi.storage.Storage;
import org.lucina.spi.storage.StorageProvider;
import org.lucina.spi.storage.StorageUpload;
import org.lucina.spi.storage.StoredObject;

/** Makes storages that keep nothing and remember whether they are closed. */
public class FakeStorageProvider implements StorageProvider {
  final List<FakeStorage> made = new ArrayList<>();
  final List<ServerContext> contexts = new ArrayList<>();

  @Override
  public String type() {
    return "fake";
  }

  @Override
  public String description() {
    return "Keeps nothing";
  }

  @Override
  public ConfigSpec configSpec() {
    return ConfigSpec.of(
        ConfigSpec.Property.optional("fault", ConfigSpec.Type.STRING, "", "Why it cannot be made")
            .allowing("", "outer", "inner", "linkage"));
  }

  @Override
  public Storage create(String name, Configuration config, ServerContext server)
      throws ProviderException {
    contexts.add(server);
    switch (config.string("fault")) {
      case "outer" -> throw new ProviderException("the disk is away");
      case "inner" -> throw new IllegalStateException("a bug");
      case "linkage" -> throw new NoClassDefFoundError("com/example/Missing");
      default -> {
        FakeStorage storage = new FakeStorage();
        made.add(storage);
        return storage;
      }
    }
  }

  /** Keeps nothing. */
  static final class FakeStorage implements Storage {
    private boolean closed;

    boolean isClosed() {
      return closed;
    }

    @Override
    public StorageUpload begin(String sopInstanceUid) throws IOException {
      throw new IOException("keeps nothing");
    }

    @Override
    public ObjectChannel open(String location) throws IOException {
      throw new IOException("keeps nothing");
    }

    @Override
    public void delete(String location) throws IOException {
      throw new IOException("keeps nothing");
    }

    @Override
    public Stream<StoredObject> committedSince(Instant instant) {
      return Stream.empty();
    }

    @Override
    public long usableBytes() {
      return Long.MAX_VALUE;
    }

    @Override
    public void close() {
      closed = true;
    }
  }
}
