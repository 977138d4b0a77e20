package org.lucina.spi.server;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.lucina.net.AssociationLog;
import org.lucina.net.AssociationPolicy;
import org.lucina.net.DimseService;
import org.lucina.spi.anonymize.Anonymizer;
import org.lucina.spi.endpoint.Endpoint;
import org.lucina.spi.mint.Mint;
import org.lucina.spi.pipeline.PipelineEngine;
import org.lucina.spi.storage.Storage;

/**
 * What the subsystem offers to the archive: bound in JNDI at {@value #JNDI_NAME}.
 *
 * <p>The archive watches storages and settings, and publishes its DIMSE services when it is ready;
 * listeners are open only while services are published. Thread-safe.
 */
public interface LucinaServer {
  /** Where it is found. */
  String JNDI_NAME = "java:global/lucina/server";

  /** The folder of all data of the archive (LUCINA_HOME); there or not. */
  Path home();

  /** A storage by resource name, empty while its plugin is away or it cannot be made. */
  Optional<Storage> storage(String name);

  /** Tells when storages come and go, at once for those that are there; close to stop. */
  AutoCloseable watchStorages(StorageWatcher watcher);

  /** The settings now in force (attributes of the subsystem). */
  ArchiveSettings settings();

  /** A remote AE by title. */
  Optional<RemoteAe> remoteAe(String aeTitle);

  /** Remote AEs by title. */
  Map<String, RemoteAe> remoteAes();

  /** An endpoint by resource name, empty while it is not running. */
  Optional<Endpoint> endpoint(String name);

  /** An anonymizer by resource name, empty while it is not running. */
  Optional<Anonymizer> anonymizer(String name);

  /** A mint by resource name, empty while it is not running. */
  Optional<Mint> mint(String name);

  /**
   * Opens the listeners on these services, in place of what was published before.
   *
   * @param services what is served, by SOP class
   * @param policy which SOP classes and transfer syntaxes are accepted, and who gets in
   * @return closes the listeners again
   */
  AutoCloseable publish(
      Map<String, DimseService> services, AssociationPolicy policy, AssociationLog log);

  /**
   * Makes {@code /subsystem=lucina/storage=NAME:verify} work; close to stop.
   *
   * @param verifier asked on a management thread, which may be blocked
   */
  AutoCloseable offerVerifier(StorageVerifier verifier);

  /**
   * Makes {@code /subsystem=lucina/storage=NAME:export} work; close to stop.
   *
   * @param exporter asked on a management thread, which may be blocked
   */
  AutoCloseable offerExporter(StorageExporter exporter);

  /**
   * Makes {@code /subsystem=lucina/storage=NAME:reconcile} work; close to stop.
   *
   * @param reconciler asked on a management thread, which may be blocked
   */
  AutoCloseable offerReconciler(StorageReconciler reconciler);

  /**
   * Offers the archive to instances, as long as it is open; close to stop.
   *
   * @param archive what {@link org.lucina.spi.ServerContext#archive} gives; not closed by anybody
   * @param changes what happened in it
   */
  AutoCloseable offerArchive(Endpoint archive, ArchiveChanges changes);

  /** Offers registries of identities to instances; close to stop. */
  AutoCloseable offerIdentities(IdentityRegistries registries);

  /**
   * Makes {@code /subsystem=lucina/pipeline=NAME} run; close to stop, which closes the pipelines.
   * One that is enabled is started after it was opened, and begun when all that it names is there.
   *
   * @param engine opens them, in this call and later on management threads; a pipeline of a name is
   *     closed before one of the same name is opened
   */
  AutoCloseable offerPipelines(PipelineEngine engine);

  /** Is told of storages. */
  interface StorageWatcher {
    /** One is there; called on a thread that may not be blocked for long. */
    void available(String name, Storage storage);

    /** One is going away: after this returns it is closed. */
    void unavailable(String name);

    /** The settings were changed; the storage that takes new objects may be another one. */
    default void settingsChanged(ArchiveSettings settings) {}
  }
}
