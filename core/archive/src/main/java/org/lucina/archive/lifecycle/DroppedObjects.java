package org.lucina.archive.lifecycle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.lucina.archive.access.AuditTrail;
import org.lucina.archive.access.Requestor;
import org.lucina.archive.index.ArchiveIndex;
import org.lucina.archive.index.InstanceRecord;
import org.lucina.archive.index.InstanceScope;
import org.lucina.archive.store.StorageChoice;
import org.lucina.archive.store.StoredObjectIndexer;
import org.lucina.spi.storage.StoredObject;

/** Takes objects that are lost out of the index, and records it in the audit trail. */
final class DroppedObjects {
  private final ArchiveIndex index;
  private final StorageChoice storages;
  private final StoredObjectIndexer indexer;
  private final AuditTrail audit;

  DroppedObjects(
      ArchiveIndex index, StorageChoice storages, StoredObjectIndexer indexer, AuditTrail audit) {
    this.index = index;
    this.storages = storages;
    this.indexer = indexer;
    this.audit = audit;
  }

  /**
   * Takes them out; an object that came under one of their UIDs meanwhile is put back.
   *
   * @return how many are out
   */
  long drop(String storage, List<InstanceRecord> lost) {
    Set<String> locations =
        lost.stream().map(InstanceRecord::location).collect(Collectors.toCollection(HashSet::new));
    List<String> uids = lost.stream().map(InstanceRecord::sopInstance).toList();
    InstanceScope scope =
        new InstanceScope(Optional.empty(), Optional.empty(), List.of(), List.of(), uids);
    List<String> gone = new ArrayList<>();
    for (InstanceRecord record : index.delete(scope)) {
      if (record.storage().equals(storage) && locations.contains(record.location())) {
        gone.add(record.location());
        record(record);
      } else {
        putBack(record);
      }
    }
    index.forgetDeleted(storage, gone);
    return gone.size();
  }

  private void putBack(InstanceRecord record) {
    try {
      indexer.index(
          record.storage(),
          storages.named(record.storage()),
          new StoredObject(record.location(), record.length(), record.received()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void record(InstanceRecord record) {
    String name = storages.settings().localAeTitle();
    Requestor self = new Requestor(name, Requestor.Protocol.INTERNAL, "", Optional.empty(), false);
    audit.record(
        AuditTrail.Event.DELETE,
        self,
        List.of(record.study()),
        List.of(record.sopInstance()),
        true,
        "");
  }
}
