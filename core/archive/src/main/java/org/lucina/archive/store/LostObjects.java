package org.lucina.archive.store;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.Optional;
import org.lucina.archive.index.ArchiveIndex;
import org.lucina.archive.index.IndexOutcome;
import org.lucina.archive.index.InstanceRecord;
import org.lucina.archive.index.InstanceScope;
import org.lucina.archive.index.NewInstance;
import org.lucina.archive.logging.ArchiveLog;
import org.lucina.spi.server.ArchiveSettings.Duplicates;

/**
 * Adds objects to the index such that one which is sent again takes the place of one that its
 * storage has lost: to acknowledge it and drop it as the same would lose it again.
 */
final class LostObjects {
  private final ArchiveIndex index;
  private final StorageChoice storages;

  LostObjects(ArchiveIndex index, StorageChoice storages) {
    this.index = index;
    this.storages = storages;
  }

  /** Adds an object; see {@link ArchiveIndex#add}. */
  IndexOutcome add(NewInstance instance, Duplicates policy) throws StoreException {
    IndexOutcome outcome = index.add(instance, policy);
    if (outcome.kind() != StoreOutcome.Kind.SAME) {
      return outcome;
    }
    Optional<InstanceRecord> lost =
        index.instance(instance.record().sopInstance()).filter(this::isLost);
    if (lost.isEmpty()) {
      return outcome;
    }
    InstanceRecord known = lost.get();
    ArchiveLog.LOG.restored(known.sopInstance(), known.location(), known.storage());
    index.delete(InstanceScope.ofInstance(known.study(), known.series(), known.sopInstance()));
    return index.add(instance, policy);
  }

  /** Whether a storage that is there has it no longer; nothing else counts as lost. */
  private boolean isLost(InstanceRecord object) {
    try {
      storages.named(object.storage()).open(object.location()).close();
      return false;
    } catch (NoSuchFileException e) {
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
