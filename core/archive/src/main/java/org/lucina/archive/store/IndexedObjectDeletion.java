package org.lucina.archive.store;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lucina.archive.access.AuditTrail;
import org.lucina.archive.access.Requestor;
import org.lucina.archive.index.ArchiveIndex;
import org.lucina.archive.index.InstanceRecord;
import org.lucina.archive.index.InstanceScope;

/** The {@link ObjectDeletion}: a durable index change, then the files, then their tombstones. */
public final class IndexedObjectDeletion implements ObjectDeletion {
  private final ArchiveIndex index;
  private final StorageCleaner cleaner;
  private final AuditTrail audit;

  /** Deletes from index and storages. */
  public IndexedObjectDeletion(ArchiveIndex index, StorageCleaner cleaner, AuditTrail audit) {
    this.index = index;
    this.cleaner = cleaner;
    this.audit = audit;
  }

  @Override
  public int delete(InstanceScope scope, Requestor requestor) {
    List<InstanceRecord> deleted = index.delete(scope);
    Map<String, List<String>> files = new LinkedHashMap<>();
    Map<String, List<String>> objects = new LinkedHashMap<>();
    for (InstanceRecord record : deleted) {
      objects.computeIfAbsent(record.study(), any -> new ArrayList<>()).add(record.sopInstance());
      files.computeIfAbsent(record.storage(), any -> new ArrayList<>()).add(record.location());
    }
    files.forEach(
        (storage, locations) -> index.forgetDeleted(storage, cleaner.remove(storage, locations)));
    objects.forEach(
        (study, instances) ->
            audit.record(AuditTrail.Event.DELETE, requestor, List.of(study), instances, true, ""));
    return deleted.size();
  }
}
