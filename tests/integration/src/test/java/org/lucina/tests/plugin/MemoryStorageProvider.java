package org.lucina.tests.plugin;

import org.lucina.spi.ConfigSpec;
import org.lucina.spi.Configuration;
import org.lucina.spi.ServerContext;
import org.lucina.spi.storage.Storage;
import org.lucina.spi.storage.StorageProvider;

/** Offers the storage type {@code memory}. */
public final class MemoryStorageProvider implements StorageProvider {

  @Override
  public String type() {
    return "memory";
  }

  @Override
  public String description() {
    return "Keeps objects in memory until the server stops";
  }

  @Override
  public ConfigSpec configSpec() {
    return ConfigSpec.none();
  }

  @Override
  public Storage create(String name, Configuration config, ServerContext server) {
    return new MemoryStorage();
  }
}
