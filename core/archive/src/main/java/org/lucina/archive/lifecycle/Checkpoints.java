package org.lucina.archive.lifecycle;

import java.io.IOException;
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
  private final IndexReconciler reconciler;
  private final ArchiveLifecycle lifecycle;

  /** Checkpoints of an index. */
  public Checkpoints(
      ArchiveIndex index,
      InFlight inFlight,
      StorageCleaner cleaner,
      IndexReconciler reconciler,
      ArchiveLifecycle lifecycle) {
    this.index = index;
    this.inFlight = inFlight;
    this.cleaner = cleaner;
    this.reconciler = reconciler;
    this.lifecycle = lifecycle;
  }

  /**
   * Makes one, if the archive is open, as only then it is known that all is indexed, and if no file
   * is in doubt. Before, it indexes what was acknowledged and could not be indexed at once; then
   * tries again to remove files that are no longer needed.
   */
  public void make() {
    if (!lifecycle.isReady()) {
      return;
    }
    try {
      regain();
      Instant allIndexedBefore = inFlight.allIndexedBefore();
      if (cleaner.resolveDoubts()) {
        index.checkpoint(allIndexedBefore);
      }
      lifecycle.recovered().forEach(cleaner::removeDeleted);
    } catch (IOException | RuntimeException e) {
      ArchiveLog.LOG.checkpointFailed(e);
    }
  }

  private void regain() throws IOException {
    long lost = index.lost();
    if (lost == 0) {
      return;
    }
    boolean all = true;
    for (String storage : lifecycle.recovered()) {
      all &= reconciler.regain(storage);
    }
    if (all) {
      index.regained(lost);
      ArchiveLog.LOG.regained(lost);
    }
  }
}
