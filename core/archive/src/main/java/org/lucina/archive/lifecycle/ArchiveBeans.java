package org.lucina.archive.lifecycle;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.lucina.archive.access.AeAccess;
import org.lucina.archive.access.ArchiveAssociationLog;
import org.lucina.archive.access.ArchivePolicy;
import org.lucina.archive.access.AuditTrail;
import org.lucina.archive.access.DicomAuditTrail;
import org.lucina.archive.change.ChangeLog;
import org.lucina.archive.dimse.ArchiveServices;
import org.lucina.archive.endpoint.ArchiveEndpoint;
import org.lucina.archive.index.ArchiveIndex;
import org.lucina.archive.job.Jobs;
import org.lucina.archive.logging.ArchiveLog;
import org.lucina.archive.query.QueryService;
import org.lucina.archive.retrieve.ObjectReader;
import org.lucina.archive.retrieve.StorageObjectReader;
import org.lucina.archive.store.InFlight;
import org.lucina.archive.store.IndexedObjectDeletion;
import org.lucina.archive.store.ObjectDeletion;
import org.lucina.archive.store.ObjectStore;
import org.lucina.archive.store.StorageChoice;
import org.lucina.archive.store.StorageCleaner;
import org.lucina.archive.store.StoredObjectIndexer;
import org.lucina.archive.store.StreamingObjectStore;
import org.lucina.spi.server.LucinaServer;

/** Puts the archive together from its parts. */
@ApplicationScoped
public class ArchiveBeans {
  @Resource(lookup = LucinaServer.JNDI_NAME)
  private LucinaServer server;

  @Resource private ManagedScheduledExecutorService executor;

  @Produces
  @Singleton
  LucinaServer server() {
    return server;
  }

  @Produces
  @Singleton
  StorageChoice storages() {
    return new StorageChoice(server);
  }

  @Produces
  @Singleton
  InFlight inFlight() {
    return new InFlight(Clock.systemUTC());
  }

  @Produces
  @Singleton
  StorageCleaner cleaner(StorageChoice storages, ArchiveIndex index) {
    return new StorageCleaner(storages, index);
  }

  @Produces
  @Singleton
  AuditTrail audit() {
    return new DicomAuditTrail(
        () -> server.settings().localAeTitle(), Clock.systemUTC(), ArchiveLog.AUDIT::audit);
  }

  @Produces
  @Singleton
  ObjectStore store(
      StorageChoice storages, ArchiveIndex index, InFlight inFlight, StorageCleaner cleaner) {
    return new StreamingObjectStore(storages, index, inFlight, cleaner);
  }

  @Produces
  @Singleton
  ObjectReader reader(StorageChoice storages, ArchiveIndex index) {
    return new StorageObjectReader(storages, index);
  }

  @Produces
  @Singleton
  ObjectDeletion deletion(ArchiveIndex index, StorageCleaner cleaner, AuditTrail audit) {
    return new IndexedObjectDeletion(index, cleaner, audit);
  }

  @Produces
  @Singleton
  ArchiveEndpoint endpoint(
      ArchiveIndex index,
      ObjectStore store,
      ObjectReader reader,
      ObjectDeletion deletion,
      QueryService queries,
      StorageChoice storages,
      AuditTrail audit) {
    return new ArchiveEndpoint(index, store, reader, deletion, queries, storages, audit);
  }

  @Produces
  @Singleton
  ArchiveLifecycle lifecycle(
      StoredObjectIndexer indexer,
      StorageCleaner cleaner,
      ObjectStore store,
      ObjectReader reader,
      ArchiveIndex index,
      QueryService queries,
      AuditTrail audit,
      ArchiveEndpoint endpoint,
      ChangeLog changes,
      Jobs jobs) {
    ArchiveAssociationLog log = new ArchiveAssociationLog(audit);
    ArchivePolicy policy = new ArchivePolicy(server, new AeAccess(server));
    ArchiveServices services =
        new ArchiveServices(server, store, reader, index, queries, log, audit, executor);
    Recovery recovery = new Recovery(index, indexer, cleaner);
    return new ArchiveLifecycle(
        server,
        recovery,
        () -> {
          AutoCloseable offered = server.offerArchive(endpoint, changes);
          AutoCloseable open = server.publish(services.bySopClass(), policy, log);
          executor.execute(jobs::resume);
          return () -> {
            open.close();
            offered.close();
          };
        },
        executor);
  }

  @Produces
  @Singleton
  Checkpoints checkpoints(
      ArchiveIndex index,
      InFlight inFlight,
      StorageCleaner cleaner,
      IndexReconciler reconciler,
      ArchiveLifecycle lifecycle) {
    return new Checkpoints(index, inFlight, cleaner, reconciler, lifecycle);
  }

  @Produces
  @Singleton
  PlainFileExporter exporter(ArchiveIndex index, StorageChoice storages) {
    return new PlainFileExporter(index, storages);
  }

  @Produces
  @Singleton
  StorageMaintenance maintenance(StorageChoice storages, ArchiveLifecycle lifecycle) {
    return new StorageMaintenance(storages, lifecycle);
  }

  @Produces
  @Singleton
  DigestVerifier verifier(ArchiveIndex index, StorageChoice storages) {
    return new DigestVerifier(index, storages);
  }

  @Produces
  @Singleton
  StoredObjectIndexer indexer(StorageChoice storages, ArchiveIndex index, StorageCleaner cleaner) {
    return new StoredObjectIndexer(storages, index, cleaner);
  }

  @Produces
  @Singleton
  IndexReconciler reconciler(
      ArchiveIndex index,
      StorageChoice storages,
      StorageCleaner cleaner,
      StoredObjectIndexer indexer,
      InFlight inFlight,
      AuditTrail audit) {
    DroppedObjects dropped = new DroppedObjects(index, storages, indexer, audit);
    return new IndexReconciler(index, storages, cleaner, indexer, inFlight, dropped);
  }
}
