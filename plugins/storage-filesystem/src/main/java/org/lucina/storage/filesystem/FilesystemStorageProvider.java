package org.lucina.storage.filesystem;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import org.lucina.spi.ConfigSpec;
import org.lucina.spi.ConfigSpec.Property;
import org.lucina.spi.ConfigSpec.Type;
import org.lucina.spi.Configuration;
import org.lucina.spi.ProviderException;
import org.lucina.spi.storage.Storage;
import org.lucina.spi.storage.StorageProvider;

/** Offers the storage type {@code filesystem}: objects as files in a folder. */
public final class FilesystemStorageProvider implements StorageProvider {
  static final String PATH = "path";
  static final String MIN_FREE_BYTES = "min-free-bytes";

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
    return ConfigSpec.of(
        Property.required(
            PATH, Type.PATH, "Folder that the objects are kept in, absolute; made when absent"),
        Property.optional(
                MIN_FREE_BYTES,
                Type.INTEGER,
                "268435456",
                "Bytes of the file system that are left free for others; 0 to fill it up")
            .between(0, Long.MAX_VALUE));
  }

  @Override
  public Storage create(String name, Configuration config) throws ProviderException {
    Path folder = config.path(PATH);
    long minFree = config.integer(MIN_FREE_BYTES);
    if (!folder.isAbsolute()) {
      throw new ProviderException("property '" + PATH + "': '" + folder + "' is not absolute");
    }
    try {
      return FilesystemStorage.open(folder.normalize(), minFree, Clock.systemUTC());
    } catch (IOException e) {
      throw new ProviderException("folder " + folder + " cannot be used: " + e, e);
    }
  }
}
