package org.lucina.archive.lifecycle;

import java.io.IOException;
import org.lucina.archive.logging.ArchiveLog;
import org.lucina.archive.store.StorageChoice;

/** Lets the storages do what can wait, such as winning back the space of deleted objects. */
public final class StorageMaintenance {
  private final StorageChoice storages;
  private final ArchiveLifecycle lifecycle;

  /** Maintains the storages that are recovered. */
  public StorageMaintenance(StorageChoice storages, ArchiveLifecycle lifecycle) {
    this.storages = storages;
    this.lifecycle = lifecycle;
  }

  /**
   * Lets each do its work, one after the other; a fault of one does not keep the others from it.
   */
  public void perform() {
    for (String name : lifecycle.recovered()) {
      try {
        storages.named(name).maintain();
      } catch (IOException | RuntimeException e) {
        ArchiveLog.LOG.notMaintained(name, e);
      }
    }
  }
}
