package org.lucina.spi.storage;

import java.nio.file.Path;
import org.lucina.spi.ConfigSpec.Property;
import org.lucina.spi.ConfigSpec.Type;
import org.lucina.spi.Configuration;
import org.lucina.spi.ProviderException;

/**
 * What storages in a folder of a local file system have in common in their configuration.
 *
 * @param path the folder, absolute
 * @param minFreeBytes bytes of its file system that are left free for others
 */
public record StorageFolder(Path path, long minFreeBytes) {
  /** The folder, required. */
  public static final Property PATH =
      Property.required(
          "path", Type.PATH, "Folder that the objects are kept in, absolute; made when absent");

  /** Bytes to leave free, 256 MiB unless told otherwise. */
  public static final Property MIN_FREE_BYTES =
      Property.optional(
              "min-free-bytes",
              Type.INTEGER,
              "268435456",
              "Bytes of the file system that are left free for others; 0 to fill it up")
          .between(0, Long.MAX_VALUE);

  /**
   * Takes both from a configuration.
   *
   * @throws ProviderException when the path is not absolute
   */
  public static StorageFolder of(Configuration config) throws ProviderException {
    return new StorageFolder(path(config), config.integer(MIN_FREE_BYTES.name()));
  }

  /**
   * Takes the folder alone.
   *
   * @throws ProviderException when the path is not absolute
   */
  public static Path path(Configuration config) throws ProviderException {
    return config.absolutePath(PATH.name()).normalize();
  }
}
