package org.lucina.archive.lifecycle;

import java.time.Instant;
import org.lucina.archive.index.ArchiveIndex;
import org.lucina.archive.logging.ArchiveLog;
import org.lucina.archive.store.InFlight;
import org.lucina.archive.store.StorageCleaner;

/** Makes the index durable from time to time, so that little is left to recover after a crash. */
public final class Checkpoints {
  private final ArchiveIndex index;
  private final InFlight inFlight;
  private final StorageCleaner cleaner;
  private final ArchiveLifecycle lifecycle;

  /** Checkpoints of an index. */
  public Checkpoints(
      ArchiveIndex index, InFlight inFlight, StorageCleaner cleaner, ArchiveLifecycle lifecycle) {
    this.index = index;
    this.inFlight = inFlight;
    this.cleaner = cleaner;
    this.lifecycle = lifecycle;
  }

  /**
   * Makes one, if the archive is open, as only then it is known that all is indexed, and if no file
   * is in doubt. Then tries again to remove files that are no longer needed.
   */
  public void make() {
    if (!lifecycle.isReady()) {
      return;
    }
    try {
      Instant allIndexedBefore = inFlight.allIndexedBefore();
      if (cleaner.resolveDoubts()) {
        index.checkpoint(allIndexedBefore);
      }
      lifecycle.recovered().forEach(cleaner::removeDeleted);
    } catch (RuntimeException e) {
      ArchiveLog.LOG.checkpointFailed(e);
    }
  }
}
