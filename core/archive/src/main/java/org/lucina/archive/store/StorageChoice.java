package org.lucina.archive.store;

import java.io.IOException;
import org.lucina.spi.server.ArchiveSettings;
import org.lucina.spi.server.LucinaServer;
import org.lucina.spi.storage.Storage;

/** Finds the storages that the settings and the index name. */
public final class StorageChoice {
  private final LucinaServer server;

  /** Asks the server each time: storages come and go. */
  public StorageChoice(LucinaServer server) {
    this.server = server;
  }

  /** The settings in force. */
  public ArchiveSettings settings() {
    return server.settings();
  }

  /** The storage that takes new objects. */
  Storage chosen() throws StoreException {
    String name = server.settings().storage();
    return server
        .storage(name)
        .orElseThrow(
            () ->
                new StoreException(
                    StoreException.Reason.UNAVAILABLE, "storage " + name + " is not there"));
  }

  /**
   * A storage by name.
   *
   * @throws IOException when it is not there
   */
  public Storage named(String name) throws IOException {
    return server
        .storage(name)
        .orElseThrow(() -> new IOException("storage " + name + " is not there"));
  }
}
