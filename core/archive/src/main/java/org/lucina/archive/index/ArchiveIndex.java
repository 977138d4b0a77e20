package org.lucina.archive.index;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lucina.archive.store.StoreException;
import org.lucina.spi.server.ArchiveSettings.Duplicates;

/**
 * The index of patients, studies, series and instances: a JTA resource. Thread-safe; writes of
 * concurrent callers share transactions.
 */
public interface ArchiveIndex {

  /**
   * Indexes an object: when this returns, it is certain that it will be, under the outcome given,
   * and all that reads this index from then on sees it. The transaction may come later where no
   * other process reads the database; what a crash takes away of it is indexed again from the
   * storage at the next start.
   *
   * @throws StoreException with reason DUPLICATE when the policy rejects it, FAILED when the
   *     database does
   */
  IndexOutcome add(NewInstance instance, Duplicates policy) throws StoreException;

  /**
   * How many objects were acknowledged and could not be indexed, as when the disk of the database
   * is full, and were not regained since. As long as there are any no checkpoint is remembered.
   */
  long lost();

  /** Tells that so many of the lost were indexed from the storage. Called by one thread. */
  void regained(long number);

  /** Returns when every object added before is in the database, for what reads it directly. */
  void settle();

  /** Instances of a scope in order of study, series and instance number; fetched in pages. */
  void instances(InstanceScope scope, boolean deidentifiedOnly, RecordSink sink);

  /** One instance by its SOP Instance UID, wherever it is. */
  Optional<InstanceRecord> instance(String sopInstanceUid);

  /** Where one instance came from. */
  Optional<InstanceOrigin> origin(String sopInstanceUid);

  /** Those of the given locations of a storage that are indexed. */
  Set<String> indexedLocations(String storage, List<String> locations);

  /** All instances whose files are in a storage, in any order; fetched in pages. */
  void instancesIn(String storage, RecordSink sink);

  /** The headers (see {@link NewInstance#header}) of a scope, in the order of instances. */
  void headers(InstanceScope scope, boolean deidentifiedOnly, HeaderSink sink);

  /** The frame index of one instance, empty when it has no frames. */
  Optional<byte[]> frameIndex(String sopInstanceUid);

  /**
   * Takes instances out of the index, with series, studies and patients that become empty; durable
   * when it returns.
   *
   * @return what can now be deleted from storage
   */
  List<InstanceRecord> delete(InstanceScope scope);

  /**
   * Locations of a storage whose objects were deleted, or superseded, and whose files may still be
   * there: written in the transaction that took them out of the index.
   */
  List<String> deletedLocations(String storage);

  /** Forgets deleted locations, once their files are gone. */
  void forgetDeleted(String storage, List<String> locations);

  /** Makes all that was committed so far durable, and remembers the instant given. */
  void checkpoint(Instant allIndexedBefore);

  /** The instant of the last checkpoint, {@link Instant#EPOCH} when there was none. */
  Instant lastCheckpoint();

  /** Takes instances; returns false to stop. */
  @FunctionalInterface
  interface RecordSink {
    boolean accept(InstanceRecord record);
  }

  /** Takes headers; returns false to stop. */
  @FunctionalInterface
  interface HeaderSink {
    boolean accept(InstanceRecord record, byte[] header);
  }
}
