package org.lucina.archive.testing;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lucina.archive.index.ArchiveIndex;
import org.lucina.archive.index.IndexException;
import org.lucina.archive.index.IndexOutcome;
import org.lucina.archive.index.InstanceOrigin;
import org.lucina.archive.index.InstanceRecord;
import org.lucina.archive.index.InstanceScope;
import org.lucina.archive.index.NewInstance;
import org.lucina.archive.store.StoreException;
import org.lucina.archive.store.StoreOutcome.Kind;
import org.lucina.dicom.Tag;
import org.lucina.spi.server.ArchiveSettings.Duplicates;

/** An index in memory that can be made to fail, and to forget what came after a checkpoint. */
public final class MemoryIndex implements ArchiveIndex {
  private final Map<String, NewInstance> instances = new LinkedHashMap<>();
  private final Map<String, List<String>> deleted = new LinkedHashMap<>();
  private Instant checkpoint = Instant.EPOCH;
  private boolean failing;
  private boolean losingAnswers;
  private boolean away;
  private long lost;

  /** Lets additions fail from now on, or not. */
  public synchronized void failing(boolean fails) {
    failing = fails;
  }

  /** Lets additions commit from now on and fail nonetheless, as a lost connection would. */
  public synchronized void losingAnswers() {
    losingAnswers = true;
  }

  /** Lets the database be away from now on, or not. */
  public synchronized void away(boolean isAway) {
    away = isAway;
  }

  private void requireThere() {
    if (away) {
      throw new IndexException(new SQLException("the database is away", "08006"));
    }
  }

  /** Forgets an instance, as a crash would. */
  public synchronized void lose(String sopInstance) {
    instances.remove(sopInstance);
  }

  /** Leaves a location behind as if a crash came between index and file. */
  public synchronized void leaveDeleted(String storage, String location) {
    deleted.computeIfAbsent(storage, any -> new ArrayList<>()).add(location);
  }

  /** What was indexed under a SOP Instance UID. */
  public synchronized NewInstance get(String sopInstance) {
    return Optional.ofNullable(instances.get(sopInstance)).orElseThrow();
  }

  /** All that is indexed. */
  public synchronized List<NewInstance> all() {
    return List.copyOf(instances.values());
  }

  /** Forgets an instance that was acknowledged, as a full disk would. */
  public synchronized void loseAcknowledged(String sopInstance) {
    instances.remove(sopInstance);
    lost++;
  }

  @Override
  public synchronized long lost() {
    return lost;
  }

  @Override
  public synchronized void regained(long number) {
    lost -= number;
  }

  @Override
  public void settle() {
    // adding is all there is to it
  }

  @Override
  public synchronized IndexOutcome add(NewInstance instance, Duplicates policy)
      throws StoreException {
    if (failing || away) {
      throw new StoreException(StoreException.Reason.FAILED, "the database is away");
    }
    InstanceRecord record = instance.record();
    NewInstance known = instances.get(record.sopInstance());
    if (losingAnswers) {
      instances.put(record.sopInstance(), instance);
      throw new StoreException(StoreException.Reason.FAILED, "the connection is lost");
    }
    if (known == null) {
      instances.put(record.sopInstance(), instance);
      return new IndexOutcome(Kind.STORED, Optional.empty());
    }
    if (known.record().sha256().equals(record.sha256())) {
      return new IndexOutcome(Kind.SAME, Optional.of(record));
    }
    return switch (policy) {
      case KEEP -> new IndexOutcome(Kind.KEPT_OTHER, Optional.of(record));
      case REJECT ->
          throw new StoreException(StoreException.Reason.DUPLICATE, "another object is there");
      case REPLACE -> {
        instances.put(record.sopInstance(), instance);
        yield new IndexOutcome(Kind.REPLACED, Optional.of(known.record()));
      }
    };
  }

  @Override
  public void instances(InstanceScope scope, boolean deidentifiedOnly, RecordSink sink) {
    for (NewInstance instance : matching(scope)) {
      if (!sink.accept(instance.record())) {
        return;
      }
    }
  }

  private synchronized List<NewInstance> matching(InstanceScope scope) {
    return instances.values().stream().filter(instance -> matches(scope, instance)).toList();
  }

  private static boolean matches(InstanceScope scope, NewInstance instance) {
    InstanceRecord record = instance.record();
    return scope
            .patientId()
            .equals(
                scope.patientId().isEmpty()
                    ? Optional.empty()
                    : instance.attributes().string(Tag.PatientID))
        && (scope.studies().isEmpty() || scope.studies().contains(record.study()))
        && (scope.series().isEmpty() || scope.series().contains(record.series()))
        && (scope.instances().isEmpty() || scope.instances().contains(record.sopInstance()));
  }

  @Override
  public synchronized Optional<InstanceRecord> instance(String sopInstanceUid) {
    requireThere();
    return Optional.ofNullable(instances.get(sopInstanceUid)).map(NewInstance::record);
  }

  @Override
  public synchronized Optional<InstanceOrigin> origin(String sopInstanceUid) {
    return Optional.ofNullable(instances.get(sopInstanceUid))
        .map(known -> new InstanceOrigin(known.sourceAe(), known.deidentified()));
  }

  @Override
  public synchronized Set<String> indexedLocations(String storage, List<String> locations) {
    requireThere();
    Set<String> indexed = new HashSet<>();
    for (NewInstance instance : instances.values()) {
      if (instance.record().storage().equals(storage)) {
        indexed.add(instance.record().location());
      }
    }
    indexed.retainAll(new HashSet<>(locations));
    return indexed;
  }

  @Override
  public void instancesIn(String storage, RecordSink sink) {
    for (NewInstance instance : all()) {
      if (instance.record().storage().equals(storage) && !sink.accept(instance.record())) {
        return;
      }
    }
  }

  @Override
  public void headers(InstanceScope scope, boolean deidentifiedOnly, HeaderSink sink) {
    for (NewInstance instance : matching(scope)) {
      if (!sink.accept(instance.record(), instance.header())) {
        return;
      }
    }
  }

  @Override
  public synchronized Optional<byte[]> frameIndex(String sopInstanceUid) {
    return Optional.ofNullable(instances.get(sopInstanceUid))
        .map(NewInstance::frameIndex)
        .filter(frames -> frames.length > 0);
  }

  @Override
  public synchronized List<InstanceRecord> delete(InstanceScope scope) {
    List<InstanceRecord> gone = matching(scope).stream().map(NewInstance::record).toList();
    for (InstanceRecord record : gone) {
      instances.remove(record.sopInstance());
      leaveDeleted(record.storage(), record.location());
    }
    return gone;
  }

  @Override
  public synchronized List<String> deletedLocations(String storage) {
    return List.copyOf(deleted.getOrDefault(storage, List.of()));
  }

  @Override
  public synchronized void forgetDeleted(String storage, List<String> locations) {
    deleted.getOrDefault(storage, new ArrayList<>()).removeAll(locations);
  }

  @Override
  public synchronized void checkpoint(Instant allIndexedBefore) {
    checkpoint = allIndexedBefore;
  }

  @Override
  public synchronized Instant lastCheckpoint() {
    return checkpoint;
  }
}
