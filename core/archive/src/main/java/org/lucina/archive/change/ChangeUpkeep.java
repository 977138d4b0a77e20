package org.lucina.archive.change;

import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.lucina.archive.logging.ArchiveLog;

/**
 * What is done for the log from time to time; a failure is logged, and next time it is tried again.
 */
public final class ChangeUpkeep {
  private final StableDetection stable;
  private final ChangePruning pruning;
  private final AtomicBoolean failing = new AtomicBoolean();

  /** Keeps up one log. */
  public ChangeUpkeep(StableDetection stable, ChangePruning pruning) {
    this.stable = stable;
    this.pruning = pruning;
  }

  /** Tells what became stable. */
  public void detect() {
    run(stable::look);
  }

  /** Forgets what is old. */
  public void prune() {
    run(pruning::prune);
  }

  private interface Work {
    void run() throws SQLException;
  }

  /** Of failures that follow each other, as while the database is away, the first is logged. */
  private void run(Work work) {
    try {
      work.run();
      failing.set(false);
    } catch (SQLException | RuntimeException e) {
      if (!failing.getAndSet(true)) {
        ArchiveLog.LOG.changesNotKept(e);
      }
    }
  }
}
