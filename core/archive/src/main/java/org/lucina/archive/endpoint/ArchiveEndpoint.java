package org.lucina.archive.endpoint;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lucina.archive.access.AuditTrail;
import org.lucina.archive.access.Requestor;
import org.lucina.archive.index.ArchiveIndex;
import org.lucina.archive.index.IndexException;
import org.lucina.archive.index.InstanceRecord;
import org.lucina.archive.index.InstanceScope;
import org.lucina.archive.pipeline.Interruption;
import org.lucina.archive.query.QueryService;
import org.lucina.archive.retrieve.ObjectReader;
import org.lucina.archive.store.ObjectDeletion;
import org.lucina.archive.store.ObjectStore;
import org.lucina.archive.store.StorageChoice;
import org.lucina.spi.dixel.DicomLevel;
import org.lucina.spi.dixel.Dixel;
import org.lucina.spi.dixel.Reference;
import org.lucina.spi.dixel.View;
import org.lucina.spi.endpoint.Capabilities;
import org.lucina.spi.endpoint.Endpoint;
import org.lucina.spi.endpoint.EndpointException;
import org.lucina.spi.endpoint.EndpointException.Reason;
import org.lucina.spi.query.Query;
import org.lucina.spi.server.ArchiveCapabilities;
import org.lucina.spi.server.ArchiveSettings.Duplicates;

/** The archive as an endpoint: what others do to it by DIMSE and HTTP, for parts of the server. */
public final class ArchiveEndpoint implements Endpoint {
  private final ArchiveIndex index;
  private final ObjectDeletion deletion;
  private final StorageChoice storages;
  private final AuditTrail audit;
  private final ArchiveDixels dixels;
  private final ArchiveSearch search;
  private final ArchiveIntake intake;

  /** An endpoint of the archive that these make up. */
  public ArchiveEndpoint(
      ArchiveIndex index,
      ObjectStore store,
      ObjectReader reader,
      ObjectDeletion deletion,
      QueryService queries,
      StorageChoice storages,
      AuditTrail audit) {
    this.index = index;
    this.deletion = deletion;
    this.storages = storages;
    this.audit = audit;
    this.dixels = new ArchiveDixels(index, reader, new LevelTags(queries, this::self));
    this.search = new ArchiveSearch(queries);
    this.intake = new ArchiveIntake(store, audit);
  }

  @Override
  public Capabilities capabilities() {
    return ArchiveCapabilities.ALL;
  }

  @Override
  public String check() throws EndpointException {
    return reading(
        () -> {
          index.lastCheckpoint();
          return "the archive "
              + storages.settings().localAeTitle()
              + " is open and stores into "
              + storages.settings().storage();
        });
  }

  @Override
  public Reference put(Dixel dixel) throws EndpointException {
    if (dixel.level() == DicomLevel.PATIENT) {
      throw new EndpointException(Reason.UNSUPPORTED, "patients are put study by study");
    }
    return intake.put(dixel, self(), Optional.empty());
  }

  @Override
  public Dixel get(Reference reference, Set<View> views) throws EndpointException {
    if (!ArchiveCapabilities.ALL.views().containsAll(views)) {
      throw new EndpointException(Reason.UNSUPPORTED, "the archive keeps no reports as text");
    }
    InstanceScope scope = Scopes.of(reference);
    return reading(
        () -> {
          InstanceRecord first = dixels.first(scope).orElseThrow(() -> notFound(reference));
          Dixel dixel = dixels.dixel(reference, first, views);
          Set<String> studies = new LinkedHashSet<>(List.of(first.study()));
          if (reference.level() == DicomLevel.PATIENT) {
            dixels
                .parts(scope, DicomLevel.STUDY)
                .keySet()
                .forEach(study -> study.studyUid().ifPresent(studies::add));
          }
          audit.record(
              AuditTrail.Event.RETRIEVE,
              self(),
              studies,
              reference.instanceUid().stream().toList(),
              true,
              "endpoint");
          return dixel;
        });
  }

  private static EndpointException notFound(Reference reference) {
    return new EndpointException(Reason.NOT_FOUND, reference + " is not in the archive");
  }

  @Override
  public void find(Query query, Sink sink) throws EndpointException {
    reading(
        () -> {
          search.find(query, self(), sink);
          audit.record(
              AuditTrail.Event.QUERY,
              self(),
              List.of(),
              List.of(),
              true,
              ArchiveSearch.describe(query));
          return query;
        });
  }

  @Override
  public boolean exists(Reference reference) throws EndpointException {
    InstanceScope scope = Scopes.of(reference);
    return reading(() -> dixels.first(scope).isPresent());
  }

  /** Puts another file in the place of an instance, whatever the settings say of duplicates. */
  @Override
  public Reference update(Reference reference, Dixel changed) throws EndpointException {
    if (reference.level() != DicomLevel.INSTANCE || !changed.views().contains(View.FILE)) {
      throw new EndpointException(
          Reason.UNSUPPORTED, "only the files of instances can be replaced in the archive");
    }
    InstanceScope scope = Scopes.of(reference);
    InstanceRecord old = reading(() -> dixels.first(scope).orElseThrow(() -> notFound(reference)));
    Reference put = intake.put(changed, self(), Optional.of(Duplicates.REPLACE));
    if (!put.instanceUid().equals(Optional.of(old.sopInstance()))) {
      delete(Reference.instance(old.study(), old.series(), old.sopInstance()));
    }
    return put;
  }

  @Override
  public void delete(Reference reference) throws EndpointException {
    InstanceScope scope = Scopes.of(reference);
    try (Interruption.Hold whole = Interruption.hold()) {
      reading(() -> deletion.delete(scope, self()));
    }
  }

  /** Exactly: a patient's id may hold what is a wild card in a query. */
  @Override
  public void expand(Reference reference, DicomLevel level, ReferenceSink sink)
      throws EndpointException {
    if (reference.level() == level) {
      sink.accept(reference);
      return;
    }
    if (!level.isBelow(reference.level())) {
      throw new EndpointException(
          Reason.REFUSED, "a " + reference.level() + " has no " + level + " below it");
    }
    InstanceScope scope = Scopes.of(reference);
    List<Reference> parts = reading(() -> new ArrayList<>(dixels.parts(scope, level).keySet()));
    for (Reference part : parts) {
      if (!sink.accept(part)) {
        return;
      }
    }
  }

  private Requestor self() {
    return new Requestor(
        storages.settings().localAeTitle(),
        Requestor.Protocol.INTERNAL,
        "",
        Optional.empty(),
        false);
  }

  private interface Work<T> {
    T run() throws EndpointException;
  }

  private static <T> T reading(Work<T> work) throws EndpointException {
    try {
      return work.run();
    } catch (IndexException | UncheckedIOException e) {
      throw new EndpointException(Reason.FAILED, "the index of the archive failed", e);
    }
  }

  /** Nobody closes the archive but its server. */
  @Override
  public void close() {
    // stays open with the archive
  }
}
