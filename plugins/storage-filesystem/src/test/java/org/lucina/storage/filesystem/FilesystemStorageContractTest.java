package org.lucina.storage.filesystem;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.lucina.spi.storage.Storage;
import org.lucina.spi.storage.StorageContractTest;
import org.lucina.spi.testing.LocalContext;

/** The filesystem storage keeps the contract of all storages. */
class FilesystemStorageContractTest extends StorageContractTest {
  @TempDir Path folder;

  @Override
  protected Storage open() throws Exception {
    FilesystemStorageProvider provider = new FilesystemStorageProvider();
    return provider.create(
        "test",
        provider
            .configSpec()
            .check(Map.of("path", folder.resolve("store").toString(), "min-free-bytes", "0")),
        new LocalContext());
  }
}
