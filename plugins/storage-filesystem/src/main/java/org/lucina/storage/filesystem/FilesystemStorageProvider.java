package org.lucina.storage.filesystem;

import java.io.IOException;
import java.time.Clock;
import org.lucina.spi.ConfigSpec;
import org.lucina.spi.Configuration;
import org.lucina.spi.ProviderException;
import org.lucina.spi.ServerContext;
import org.lucina.spi.storage.Storage;
import org.lucina.spi.storage.StorageFolder;
import org.lucina.spi.storage.StorageProvider;

/** Offers the storage type {@code filesystem}: objects as files in a folder. */
public final class FilesystemStorageProvider implements StorageProvider {
  @Override
  public String type() {
    return "filesystem";
  }

  @Override
  public String description() {
    return "Keeps objects as files in a folder of a local file system";
  }

  @Override
  public ConfigSpec configSpec() {
    return ConfigSpec.of(StorageFolder.PATH, StorageFolder.MIN_FREE_BYTES);
  }

  @Override
  public Storage create(String name, Configuration config, ServerContext server)
      throws ProviderException {
    StorageFolder folder = StorageFolder.of(config);
    try {
      return FilesystemStorage.open(folder.path(), folder.minFreeBytes(), Clock.systemUTC());
    } catch (IOException e) {
      throw new ProviderException("folder " + folder.path() + " cannot be used: " + e, e);
    }
  }
}
