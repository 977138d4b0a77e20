package org.lucina.archive.index.write;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.lucina.archive.index.IndexOutcome;
import org.lucina.archive.index.IndexListener;
import org.lucina.archive.index.InstanceRecord;
import org.lucina.archive.index.InstanceScope;
import org.lucina.archive.index.NewInstance;
import org.lucina.archive.index.database.Database;
import org.lucina.archive.index.database.Transactions;
import org.lucina.archive.store.StoreException;
import org.lucina.spi.server.ArchiveSettings.Duplicates;

/**
 * The one writer of this process: objects of concurrent callers are indexed in shared transactions
 * (group commit), deletions one at a time. Other servers may write to the same PostgreSQL; what
 * collides with them is tried again.
 */
public final class IndexWriter {
  private static final int MAX_BATCH = 256;

  private final Database database;
  private final List<IndexListener> listeners;
  private final IdBlock ids;
  private final Retry retry = new Retry();
  private final ReentrantLock writing = new ReentrantLock();
  private final GroupCommit<Addition> additions = new GroupCommit<>(MAX_BATCH, this::addAll);

  /** Writes to a database and tells listeners, inside the transaction. */
  public IndexWriter(Database database, List<IndexListener> listeners) {
    this.database = database;
    this.listeners = List.copyOf(listeners);
    this.ids = new IdBlock(database.dialect());
  }

  /** Indexes an object; see {@link org.lucina.archive.index.ArchiveIndex#add}. */
  public IndexOutcome add(NewInstance instance, Duplicates policy) throws StoreException {
    Addition addition = new Addition(Candidate.of(instance, policy));
    additions.submit(addition);
    return addition.outcome();
  }

  private void addAll(List<Addition> batch) {
    writing.lock();
    try {
      addTogether(batch);
    } catch (SQLException | RuntimeException e) {
      if (batch.size() == 1) {
        batch.get(0).failed(e);
      } else {
        // One of them cannot be stored: the others must not suffer for it.
        batch.forEach(addition -> addAll(List.of(addition)));
      }
    } finally {
      writing.unlock();
    }
  }

  private void addTogether(List<Addition> batch) throws SQLException {
    List<Candidate> candidates = batch.stream().map(Addition::candidate).toList();
    Map<Candidate, Optional<IndexOutcome>> outcomes =
        inTransaction(
            connection -> {
              Map<Candidate, Optional<IndexOutcome>> written =
                  new BatchWriter(connection, database.dialect(), ids).write(candidates);
              for (IndexListener listener : listeners) {
                listener.added(connection, IndexChanges.added(written));
              }
              return written;
            });
    batch.forEach(addition -> addition.done(outcomes.get(addition.candidate())));
  }

  /** Deletes a scope; see {@link org.lucina.archive.index.ArchiveIndex#delete}. */
  public List<InstanceRecord> delete(InstanceScope scope) throws SQLException {
    writing.lock();
    try {
      List<InstanceRecord> deleted =
          inTransaction(
              connection -> {
                Map<Long, InstanceRecord> found = new ScopeRows(connection).find(scope);
                new Removal(connection, database.dialect())
                    .remove(found.keySet(), found.values());
                List<InstanceRecord> records = new ArrayList<>(found.values());
                for (IndexListener listener : listeners) {
                  listener.removed(connection, records);
                }
                return records;
              });
      if (!deleted.isEmpty()) {
        makeDurable();
      }
      return deleted;
    } finally {
      writing.unlock();
    }
  }
}
