package org.lucina.tests.faulty;

import java.util.Map;
import org.lucina.spi.ConfigException;
import org.lucina.spi.ConfigSpec;
import org.lucina.spi.ConfigSpec.Property;
import org.lucina.spi.ConfigSpec.Type;
import org.lucina.spi.Configuration;
import org.lucina.spi.ProviderException;
import org.lucina.spi.ServerContext;
import org.lucina.spi.storage.Storage;
import org.lucina.spi.storage.StorageProvider;
import org.lucina.storage.filesystem.FilesystemStorageProvider;

/** Offers the storage type {@code faulty}: plain files on a disk that is slow or fails. */
public final class FaultyStorageProvider implements StorageProvider {
  private final FilesystemStorageProvider files = new FilesystemStorageProvider();

  @Override
  public String type() {
    return "faulty";
  }

  @Override
  public String description() {
    return "Keeps objects as files and fails on command";
  }

  @Override
  public ConfigSpec configSpec() {
    return ConfigSpec.of(
        Property.required("path", Type.PATH, "Folder that the objects are kept in"),
        Property.required("control", Type.PATH, "Folder that tells what is to go wrong"));
  }

  @Override
  public Storage create(String name, Configuration config, ServerContext server)
      throws ProviderException {
    try {
      Configuration ofFiles =
          files.configSpec().check(Map.of("path", config.path("path").toString()));
      return new FaultyStorage(
          files.create(name, ofFiles, server), new Faults(config.path("control")));
    } catch (ConfigException e) {
      throw new ProviderException("the folder is refused", e);
    }
  }
}
