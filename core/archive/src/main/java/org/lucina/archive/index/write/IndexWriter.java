package org.lucina.archive.index.write;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import org.lucina.archive.index.IndexListener;
import org.lucina.archive.index.IndexOutcome;
import org.lucina.archive.index.InstanceRecord;
import org.lucina.archive.index.InstanceScope;
import org.lucina.archive.index.NewInstance;
import org.lucina.archive.index.database.Database;
import org.lucina.archive.index.read.Checkpoint;
import org.lucina.archive.index.read.ScopeRows;
import org.lucina.archive.index.read.Tombstones;
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
  private final Retry retry;
  private final ReentrantLock writing = new ReentrantLock();
  private final GroupCommit<Addition> additions = new GroupCommit<>(MAX_BATCH, this::addAll);

  /** Writes to a database and tells listeners, inside the transaction. */
  public IndexWriter(Database database, List<IndexListener> listeners) {
    this.database = database;
    this.listeners = List.copyOf(listeners);
    this.retry = new Retry(database.transactions());
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
    Map<Candidate, BatchWriter.Result> results =
        retry.call(
            connection -> {
              Map<Candidate, BatchWriter.Result> written =
                  new BatchWriter(connection, database.dialect(), ids).write(candidates);
              tellListeners(connection, candidates, written);
              return written;
            });
    batch.forEach(addition -> addition.done(results.get(addition.candidate())));
  }

  private void tellListeners(
      Connection connection, List<Candidate> candidates, Map<Candidate, BatchWriter.Result> results)
      throws SQLException {
    if (listeners.isEmpty()) {
      return;
    }
    List<InstanceRecord> replaced = new ArrayList<>();
    List<InstanceRecord> added = new ArrayList<>();
    for (Candidate candidate : candidates) {
      BatchWriter.Result result = results.get(candidate);
      result.replaced().ifPresent(replaced::add);
      if (result.isAdded()) {
        added.add(candidate.record());
      }
    }
    for (IndexListener listener : listeners) {
      listener.removed(connection, replaced);
      listener.added(connection, added);
    }
  }

  /** Deletes a scope; see {@link org.lucina.archive.index.ArchiveIndex#delete}. */
  public List<InstanceRecord> delete(InstanceScope scope) throws SQLException {
    writing.lock();
    try {
      List<InstanceRecord> deleted = retry.call(connection -> delete(connection, scope));
      if (!deleted.isEmpty()) {
        checkpoint();
      }
      return deleted;
    } finally {
      writing.unlock();
    }
  }

  private List<InstanceRecord> delete(Connection connection, InstanceScope scope)
      throws SQLException {
    Map<Long, InstanceRecord> found = new ScopeRows(connection).find(scope);
    List<InstanceRecord> records = List.copyOf(found.values());
    if (!records.isEmpty()) {
      new Removal(connection, database.dialect()).remove(found.keySet(), records);
      for (IndexListener listener : listeners) {
        listener.removed(connection, records);
      }
    }
    return records;
  }

  /** Forgets deleted locations; see {@link org.lucina.archive.index.ArchiveIndex#forgetDeleted}. */
  public void forgetDeleted(String storage, List<String> locations) throws SQLException {
    retry.call(
        connection -> {
          new Tombstones(connection).forget(storage, locations);
          return null;
        });
  }

  /** Makes all that was committed so far durable, and remembers the instant. */
  public void checkpoint(Instant allIndexedBefore) throws SQLException {
    retry.call(
        connection -> {
          new Checkpoint(connection).remember(allIndexedBefore);
          return null;
        });
    checkpoint();
  }

  private void checkpoint() throws SQLException {
    String statement = database.dialect().checkpoint();
    if (!statement.isEmpty()) {
      database
          .transactions()
          .read(
              connection -> {
                try (Statement checkpoint = connection.createStatement()) {
                  return checkpoint.executeUpdate(statement);
                }
              });
    }
  }
}
