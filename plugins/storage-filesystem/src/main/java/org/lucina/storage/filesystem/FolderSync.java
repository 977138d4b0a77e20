package org.lucina.storage.filesystem;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * Makes the entries of folders durable; callers that come while a folder is being synced share the
 * next sync of that folder.
 */
final class FolderSync {
  private final boolean possible;
  private final LongAdder performed = new LongAdder();
  private final Map<Path, Rounds> folders = new ConcurrentHashMap<>();

  /**
   * Makes a sync.
   *
   * @param possible whether the platform can sync folders; Windows cannot and need not
   */
  FolderSync(boolean possible) {
    this.possible = possible;
  }

  /** Returns when all that was done to the folder before is durable. */
  void sync(Path folder) throws IOException {
    if (!possible) {
      return;
    }
    Rounds rounds = folders.compute(folder, (path, old) -> join(old));
    try {
      rounds.await(folder);
    } finally {
      folders.compute(folder, (path, old) -> leave(old));
    }
  }

  private Rounds join(Rounds old) {
    Rounds rounds = old == null ? new Rounds() : old;
    rounds.users++;
    return rounds;
  }

  private static Rounds leave(Rounds rounds) {
    return --rounds.users == 0 ? null : rounds;
  }

  /** Number of syncs that were done. */
  long performed() {
    return performed.sum();
  }

  private void force(Path folder) throws IOException {
    performed.increment();
    try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  /** The syncs of one folder, one after the other. */
  private final class Rounds {
    private int users;
    private long begun;
    private long done;
    private boolean busy;

    void await(Path folder) throws IOException {
      long mine = nextRound();
      while (takeTurn(mine)) {
        boolean synced = false;
        try {
          force(folder);
          synced = true;
        } finally {
          endTurn(synced);
        }
      }
    }

    private synchronized long nextRound() {
      return begun + 1;
    }

    /** Waits until the round is done (false) or it is this thread's turn to do one (true). */
    private synchronized boolean takeTurn(long mine) throws IOException {
      while (done < mine && busy) {
        try {
          wait();
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          throw new IOException("interrupted while waiting for the disk", e);
        }
      }
      if (done >= mine) {
        return false;
      }
      busy = true;
      begun++;
      return true;
    }

    private synchronized void endTurn(boolean synced) {
      busy = false;
      if (synced) {
        done = begun;
      }
      notifyAll();
    }
  }
}
