package org.lucina.storage.packs;

import java.io.IOException;
import java.time.Clock;
import org.lucina.spi.ConfigSpec;
import org.lucina.spi.ConfigSpec.Property;
import org.lucina.spi.ConfigSpec.Type;
import org.lucina.spi.Configuration;
import org.lucina.spi.ProviderException;
import org.lucina.spi.ServerContext;
import org.lucina.spi.storage.Storage;
import org.lucina.spi.storage.StorageFolder;
import org.lucina.spi.storage.StorageProvider;

/** Offers the storage type {@code packs}: objects in append-only segments. */
public final class PacksStorageProvider implements StorageProvider {
  static final String SEGMENT_BYTES = "segment-bytes";
  static final String COMPACT_PERCENT = "compact-percent";

  private static final long MOST_SEGMENT_BYTES = 1L << 40;
  private static final int MOST_PERCENT = 100;

  @Override
  public String type() {
    return "packs";
  }

  @Override
  public String description() {
    return "Keeps objects in few large files of a folder of a local file system";
  }

  @Override
  public ConfigSpec configSpec() {
    return ConfigSpec.of(
        StorageFolder.PATH,
        StorageFolder.MIN_FREE_BYTES,
        Property.optional(
                SEGMENT_BYTES,
                Type.INTEGER,
                "1073741824",
                "A file that has reached this many bytes takes no more objects")
            .between(1, MOST_SEGMENT_BYTES),
        Property.optional(
                COMPACT_PERCENT,
                Type.INTEGER,
                "25",
                "Files whose deleted objects have this share of their bytes are compacted")
            .between(1, MOST_PERCENT));
  }

  @Override
  public Storage create(String name, Configuration config, ServerContext server)
      throws ProviderException {
    StorageFolder folder = StorageFolder.of(config);
    PacksStorage.Limits limits =
        new PacksStorage.Limits(
            folder.minFreeBytes(),
            config.integer(SEGMENT_BYTES),
            (int) config.integer(COMPACT_PERCENT));
    try {
      return PacksStorage.open(folder.path(), limits, Clock.systemUTC());
    } catch (IOException e) {
      throw new ProviderException("folder " + folder.path() + " cannot be used: " + e, e);
    }
  }
}
