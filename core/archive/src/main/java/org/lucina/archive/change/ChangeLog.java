package org.lucina.archive.change;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.lucina.archive.index.IndexChange;
import org.lucina.archive.index.IndexException;
import org.lucina.archive.index.IndexListener;
import org.lucina.archive.index.database.Database;
import org.lucina.archive.index.database.Dialect;
import org.lucina.spi.server.ArchiveChanges;
import org.lucina.spi.server.ChangesMissingException;

/** The {@link ArchiveChanges}: a table that is written in the transactions of the index. */
public final class ChangeLog implements IndexListener, ArchiveChanges {
  /**
   * Numbers left out when a server begins to use a database that may have lost its last commits in
   * a crash: numbers that somebody has seen are never given again.
   */
  static final long LEAP = 1_000_000;

  private static final int MOST = 10_000;

  private final Database database;
  private final Clock clock;
  private final Executor executor;
  private final List<Runnable> watchers = new CopyOnWriteArrayList<>();
  private final AtomicBoolean waking = new AtomicBoolean();

  /**
   * A log in a database whose schema is in place.
   *
   * @param executor wakes those who watch
   */
  public ChangeLog(Database database, Clock clock, Executor executor) throws SQLException {
    this.database = database;
    this.clock = clock;
    this.executor = executor;
    if (database.dialect().exclusive()) {
      database.transactions().call(connection -> new ChangeNumbers(connection).take(LEAP));
    }
  }

  @Override
  public void changed(Connection connection, IndexChange change) throws SQLException {
    append(connection, IndexedChanges.of(change));
  }

  void append(Connection connection, List<LoggedChange> changes) throws SQLException {
    if (changes.isEmpty()) {
      return;
    }
    ChangeRows rows = new ChangeRows(connection);
    if (database.dialect() == Dialect.POSTGRESQL) {
      rows.appendAtOnce(changes, clock.instant());
    } else {
      rows.append(changes, clock.instant());
    }
  }

  /** Wakes those who watch; many wishes for it that come together become one. */
  @Override
  public void committed() {
    if (!watchers.isEmpty() && waking.compareAndSet(false, true)) {
      try {
        executor.execute(this::wake);
      } catch (RejectedExecutionException stopping) {
        waking.set(false);
      }
    }
  }

  private void wake() {
    waking.set(false);
    watchers.forEach(Runnable::run);
  }

  @Override
  public List<Change> since(long number, int limit) throws ChangesMissingException {
    if (limit < 1 || limit > MOST) {
      throw new IllegalArgumentException("1 to " + MOST + " changes can be asked for");
    }
    List<Change> changes = new ArrayList<>();
    long forgotten;
    try {
      forgotten =
          database
              .transactions()
              .read(
                  connection -> {
                    for (ChangeRows.Numbered row :
                        new ChangeRows(connection).since(number, limit)) {
                      changes.add(new Change(row.number(), row.change().event(row.happened())));
                    }
                    // Asked last: what was forgotten meanwhile may be missing above.
                    return new ChangeNumbers(connection).read(ChangeNumbers.Name.FORGOTTEN);
                  });
    } catch (SQLException e) {
      throw new IndexException(e);
    }
    if (number < forgotten) {
      throw new ChangesMissingException(number, forgotten);
    }
    return changes;
  }

  @Override
  public long last() {
    try {
      return database
          .transactions()
          .read(connection -> new ChangeNumbers(connection).read(ChangeNumbers.Name.LAST));
    } catch (SQLException e) {
      throw new IndexException(e);
    }
  }

  @Override
  public AutoCloseable watch(Runnable newer) {
    watchers.add(newer);
    return () -> watchers.remove(newer);
  }
}
