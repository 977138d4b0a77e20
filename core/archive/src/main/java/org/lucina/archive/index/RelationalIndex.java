package org.lucina.archive.index;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import org.lucina.archive.index.database.Database;
import org.lucina.archive.index.read.Checkpoint;
import org.lucina.archive.index.read.IndexReader;
import org.lucina.archive.index.read.Tombstones;
import org.lucina.archive.index.write.IndexWriter;
import org.lucina.archive.store.StoreException;
import org.lucina.spi.server.ArchiveSettings.Duplicates;

/** The index in a relational database. */
public final class RelationalIndex implements ArchiveIndex {
  private final Database database;
  private final IndexWriter writer;
  private final IndexReader reader;

  /**
   * Uses a database whose schema is in place.
   *
   * @param executor indexes acknowledged objects
   */
  public RelationalIndex(Database database, List<IndexListener> listeners, Executor executor) {
    this.database = database;
    this.writer = new IndexWriter(database, listeners, executor);
    this.reader = new IndexReader(database.transactions());
  }

  @Override
  public IndexOutcome add(NewInstance instance, Duplicates policy) throws StoreException {
    return writer.add(instance, policy);
  }

  @Override
  public long lost() {
    return writer.lost();
  }

  @Override
  public void regained(long number) {
    writer.regained(number);
  }

  @Override
  public void settle() {
    writer.settle();
  }

  @Override
  public void instances(InstanceScope scope, boolean deidentifiedOnly, RecordSink sink) {
    IndexException.wrap(
        () -> {
          writer.settle();
          reader.instances(scope, deidentifiedOnly, sink);
          return null;
        });
  }

  @Override
  public Optional<InstanceRecord> instance(String sopInstanceUid) {
    writer.settle();
    return IndexException.wrap(() -> reader.instance(sopInstanceUid));
  }

  @Override
  public Optional<InstanceOrigin> origin(String sopInstanceUid) {
    writer.settle();
    return IndexException.wrap(() -> reader.origin(sopInstanceUid));
  }

  @Override
  public Set<String> indexedLocations(String storage, List<String> locations) {
    writer.settle();
    return IndexException.wrap(() -> reader.indexedLocations(storage, locations));
  }

  @Override
  public void instancesIn(String storage, RecordSink sink) {
    IndexException.wrap(
        () -> {
          writer.settle();
          reader.instancesIn(storage, sink);
          return null;
        });
  }

  @Override
  public void headers(InstanceScope scope, boolean deidentifiedOnly, HeaderSink sink) {
    IndexException.wrap(
        () -> {
          writer.settle();
          reader.headers(scope, deidentifiedOnly, sink);
          return null;
        });
  }

  @Override
  public Optional<byte[]> frameIndex(String sopInstanceUid) {
    writer.settle();
    return IndexException.wrap(() -> reader.frameIndex(sopInstanceUid));
  }

  @Override
  public List<InstanceRecord> delete(InstanceScope scope) {
    writer.settle();
    return IndexException.wrap(() -> writer.delete(scope));
  }

  @Override
  public List<String> deletedLocations(String storage) {
    writer.settle();
    return IndexException.wrap(
        () -> database.transactions().read(connection -> new Tombstones(connection).of(storage)));
  }

  @Override
  public void forgetDeleted(String storage, List<String> locations) {
    IndexException.wrap(
        () -> {
          writer.forgetDeleted(storage, locations);
          return null;
        });
  }

  @Override
  public void checkpoint(Instant allIndexedBefore) {
    IndexException.wrap(
        () -> {
          writer.checkpoint(allIndexedBefore);
          return null;
        });
  }

  @Override
  public Instant lastCheckpoint() {
    return IndexException.wrap(
        () -> database.transactions().read(connection -> new Checkpoint(connection).last()));
  }
}
