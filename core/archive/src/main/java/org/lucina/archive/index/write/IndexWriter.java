package org.lucina.archive.index.write;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import org.lucina.archive.index.IndexChange;
import org.lucina.archive.index.IndexListener;
import org.lucina.archive.index.IndexOutcome;
import org.lucina.archive.index.InstanceRecord;
import org.lucina.archive.index.InstanceScope;
import org.lucina.archive.index.NewInstance;
import org.lucina.archive.index.database.Database;
import org.lucina.archive.index.read.Checkpoint;
import org.lucina.archive.index.read.ScopeRows;
import org.lucina.archive.index.read.Tombstones;
import org.lucina.archive.logging.ArchiveLog;
import org.lucina.archive.store.StoreException;
import org.lucina.archive.store.StoreOutcome;
import org.lucina.spi.server.ArchiveSettings.Duplicates;
import org.lucina.spi.storage.GroupCommit;

/**
 * The one writer of this process: objects of concurrent callers are indexed in shared transactions
 * (group commit), deletions one at a time. Other servers may write to the same PostgreSQL; what
 * collides with them is tried again.
 */
public final class IndexWriter {
  private static final int MAX_BATCH = 256;
  private static final String KNOWN = "SELECT id FROM instance WHERE sop_instance_uid = ?";

  private final Database database;
  private final List<IndexListener> listeners;
  private final IdBlock ids;
  private final Retry retry;
  private final ReentrantLock writing = new ReentrantLock();
  private final GroupCommit<Addition> additions = new GroupCommit<>(MAX_BATCH, this::addAll);
  private final Optional<AdditionQueue> queue;
  private final AtomicLong lost = new AtomicLong();

  /**
   * Writes to a database and tells listeners, inside the transaction.
   *
   * @param executor writes what was acknowledged already, where no other server uses the database
   */
  public IndexWriter(Database database, List<IndexListener> listeners, Executor executor) {
    this.database = database;
    this.listeners = List.copyOf(listeners);
    this.retry = new Retry(database.transactions());
    this.ids = new IdBlock(database.dialect());
    this.queue =
        database.dialect().exclusive()
            ? Optional.of(new AdditionQueue(executor, this::addAcknowledged))
            : Optional.empty();
  }

  /** Indexes an object; see {@link org.lucina.archive.index.ArchiveIndex#add}. */
  public IndexOutcome add(NewInstance instance, Duplicates policy) throws StoreException {
    Addition addition = new Addition(Candidate.of(instance, policy));
    if (queue.isPresent()) {
      return add(addition, queue.get());
    }
    additions.submit(addition);
    return addition.outcome();
  }

  /** An object under a new UID is only queued; what else it may become is found out at once. */
  private IndexOutcome add(Addition addition, AdditionQueue queue) throws StoreException {
    String sopInstance = addition.candidate().record().sopInstance();
    boolean queued = false;
    queue.claim(sopInstance);
    try {
      if (!isKnown(sopInstance)) {
        queue.add(addition);
        queued = true;
        return new IndexOutcome(StoreOutcome.Kind.STORED, Optional.empty());
      }
      additions.submit(addition);
      return addition.outcome();
    } catch (SQLException e) {
      addition.failed(e);
      return addition.outcome();
    } finally {
      if (!queued) {
        queue.release(sopInstance);
      }
    }
  }

  private boolean isKnown(String sopInstance) throws SQLException {
    return database
        .transactions()
        .read(
            connection -> {
              try (PreparedStatement query = connection.prepareStatement(KNOWN)) {
                query.setString(1, sopInstance);
                try (ResultSet row = query.executeQuery()) {
                  return row.next();
                }
              }
            });
  }

  /** Returns when all that was acknowledged is in the database. */
  public void settle() {
    queue.ifPresent(AdditionQueue::settle);
  }

  private void addAcknowledged(List<Addition> batch) {
    addAll(batch);
    for (Addition addition : batch) {
      Optional<Exception> failure = addition.failure();
      if (failure.isPresent()) {
        InstanceRecord record = addition.candidate().record();
        lost.incrementAndGet();
        ArchiveLog.LOG.notIndexed(
            record.sopInstance(), record.location(), record.storage(), failure.get());
      }
    }
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
              BatchWriter writer = new BatchWriter(connection, database.dialect(), ids);
              Map<Candidate, BatchWriter.Result> written = writer.write(candidates);
              tellListeners(connection, candidates, written, writer.begun());
              return written;
            });
    batch.forEach(addition -> addition.done(results.get(addition.candidate())));
    listeners.forEach(IndexListener::committed);
  }

  private void tellListeners(
      Connection connection,
      List<Candidate> candidates,
      Map<Candidate, BatchWriter.Result> results,
      IndexChange.Parents begun)
      throws SQLException {
    List<InstanceRecord> replaced = new ArrayList<>();
    List<InstanceRecord> added = new ArrayList<>();
    for (Candidate candidate : candidates) {
      BatchWriter.Result result = results.get(candidate);
      result.replaced().ifPresent(replaced::add);
      if (result.isAdded()) {
        added.add(candidate.record());
      }
    }
    tellListeners(connection, added, replaced, begun);
  }

  private void tellListeners(
      Connection connection,
      List<InstanceRecord> added,
      List<InstanceRecord> removed,
      IndexChange.Parents begun)
      throws SQLException {
    if (listeners.isEmpty()) {
      return;
    }
    IndexChange change = new NetChange(connection).of(added, removed, begun);
    if (!change.isEmpty()) {
      for (IndexListener listener : listeners) {
        listener.changed(connection, change);
      }
    }
  }

  /** Deletes a scope; see {@link org.lucina.archive.index.ArchiveIndex#delete}. */
  public List<InstanceRecord> delete(InstanceScope scope) throws SQLException {
    writing.lock();
    try {
      List<InstanceRecord> deleted = retry.call(connection -> delete(connection, scope));
      if (!deleted.isEmpty()) {
        checkpoint();
        listeners.forEach(IndexListener::committed);
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
      tellListeners(connection, List.of(), records, IndexChange.Parents.none());
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

  /** See {@link org.lucina.archive.index.ArchiveIndex#lost}. */
  public long lost() {
    return lost.get();
  }

  /** See {@link org.lucina.archive.index.ArchiveIndex#regained}. */
  public void regained(long number) {
    lost.addAndGet(-number);
  }

  /**
   * Makes all that was committed so far durable, and remembers the instant; not when an object
   * could not be indexed, so that the next start comes back to it.
   */
  public void checkpoint(Instant allIndexedBefore) throws SQLException {
    settle();
    if (lost() > 0) {
      checkpoint();
      return;
    }
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
