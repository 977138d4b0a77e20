package org.lucina.subsystem.runtime;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;
import javax.net.ssl.SSLContext;
import org.lucina.net.AssociationLog;
import org.lucina.net.AssociationPolicy;
import org.lucina.net.DimseService;
import org.lucina.spi.History;
import org.lucina.spi.anonymize.Anonymizer;
import org.lucina.spi.endpoint.Endpoint;
import org.lucina.spi.mint.Mint;
import org.lucina.spi.observer.Observer;
import org.lucina.spi.pipeline.PipelineEngine;
import org.lucina.spi.server.ArchiveChanges;
import org.lucina.spi.server.ArchiveSettings;
import org.lucina.spi.server.IdentityRegistries;
import org.lucina.spi.server.LucinaServer;
import org.lucina.spi.server.RemoteAe;
import org.lucina.spi.server.StorageExporter;
import org.lucina.spi.server.StorageReconciler;
import org.lucina.spi.server.StorageVerifier;
import org.lucina.spi.storage.Storage;

/** The subsystem at run time: brings plugins, storages, listeners and the archive together. */
public final class RunningServer implements LucinaServer, AutoCloseable {
  private final ProviderRegistry providers = new ProviderRegistry();
  private final Plugins plugins = new Plugins(providers);
  private final Storages storages = new Storages();
  private final Instances<Endpoint> endpoints =
      new Instances<>(name -> pipelines().endpointChanged(name));
  private final Instances<Observer> observers =
      new Instances<>(name -> pipelines().observerChanged(name));
  private final Instances<Anonymizer> anonymizers =
      new Instances<>(name -> pipelines().anonymizerChanged(name));
  private final Instances<Mint> mints = new Instances<>();
  private final RunningPipelines pipelines =
      new RunningPipelines(new NamedInstances(observers, endpoints, anonymizers));
  private final RemoteAes remoteAes = new RemoteAes();
  private final Path home;
  private final ExecutorService threads;
  private final ScheduledExecutorService tasks;
  private final Listeners listeners;
  private final Consumer<RunningServer> ready;
  private volatile ArchiveSettings settings;
  private volatile Optional<History> history = Optional.empty();
  private volatile Optional<OfferedArchive> archive = Optional.empty();
  private volatile Optional<IdentityRegistries> identities = Optional.empty();
  private volatile Optional<StorageVerifier> verifier = Optional.empty();
  private volatile Optional<StorageExporter> exporter = Optional.empty();
  private volatile Optional<StorageReconciler> reconciler = Optional.empty();

  /**
   * Starts empty.
   *
   * @param home folder under which instances remember what they must
   * @param threads runs listeners and associations; shut down on close
   * @param tasks runs what instances do by themselves; shut down on close
   * @param ready called each time when listeners were opened on published services
   */
  public RunningServer(
      ArchiveSettings settings,
      Path home,
      ExecutorService threads,
      ScheduledExecutorService tasks,
      Consumer<RunningServer> ready) {
    this.settings = settings;
    this.home = home;
    this.threads = threads;
    this.tasks = tasks;
    this.ready = ready;
    this.listeners = new Listeners(remoteAes, threads);
  }

  /** Providers that plugins offer. */
  public ProviderRegistry providers() {
    return providers;
  }

  /** Plugins that are deployed. */
  public Plugins plugins() {
    return plugins;
  }

  /** What makes a storage known to the archive. */
  public Instance.Use<Storage> storages() {
    return storages;
  }

  /** What makes an endpoint known. */
  public Instance.Use<Endpoint> endpoints() {
    return endpoints;
  }

  /** What makes an observer known. */
  public Instance.Use<Observer> observers() {
    return observers;
  }

  /** What makes an anonymizer known. */
  public Instance.Use<Anonymizer> anonymizers() {
    return anonymizers;
  }

  /** What makes a mint known. */
  public Instance.Use<Mint> mints() {
    return mints;
  }

  /**
   * What is offered to an instance; close it after the instance.
   *
   * @param tls for its connections to others
   */
  public InstanceContext context(ProviderKind kind, String name, Optional<SSLContext> tls) {
    return new InstanceContext(this, kind, name, tls, tasks);
  }

  @Override
  public Path home() {
    return home;
  }

  /** What instances have seen already, if it is there. */
  Optional<History> history() {
    return history;
  }

  /** Gives instances another history, or none. */
  public void history(Optional<History> fresh) {
    history = fresh;
  }

  @Override
  public Optional<Endpoint> endpoint(String name) {
    return endpoints.find(name);
  }

  @Override
  public Optional<Anonymizer> anonymizer(String name) {
    return anonymizers.find(name);
  }

  @Override
  public Optional<Mint> mint(String name) {
    return mints.find(name);
  }

  /** Configured pipelines. */
  public RunningPipelines pipelines() {
    return pipelines;
  }

  /** The archive while it is open. */
  Optional<OfferedArchive> archive() {
    return archive;
  }

  /** Registries of identities while the archive runs. */
  Optional<IdentityRegistries> identities() {
    return identities;
  }

  /** Configured listeners. */
  public Listeners listeners() {
    return listeners;
  }

  /** Configured remote AEs. */
  public RemoteAes remoteAeTable() {
    return remoteAes;
  }

  /** Who verifies storages, while the archive runs. */
  public Optional<StorageVerifier> verifier() {
    return verifier;
  }

  /** Who exports storages, while the archive runs. */
  public Optional<StorageExporter> exporter() {
    return exporter;
  }

  /** Who reconciles storages with the index, while the archive runs. */
  public Optional<StorageReconciler> reconciler() {
    return reconciler;
  }

  /** Puts other settings in force. */
  public void settings(ArchiveSettings fresh) {
    if (!fresh.equals(settings)) {
      settings = fresh;
      storages.settingsChanged(fresh);
    }
  }

  @Override
  public ArchiveSettings settings() {
    return settings;
  }

  @Override
  public Optional<Storage> storage(String name) {
    return storages.find(name);
  }

  @Override
  public AutoCloseable watchStorages(StorageWatcher watcher) {
    return storages.watch(watcher);
  }

  @Override
  public Optional<RemoteAe> remoteAe(String aeTitle) {
    return remoteAes.find(aeTitle);
  }

  @Override
  public Map<String, RemoteAe> remoteAes() {
    return remoteAes.all();
  }

  @Override
  public AutoCloseable publish(
      Map<String, DimseService> services, AssociationPolicy policy, AssociationLog log) {
    Publication publication = new Publication(services, policy, log);
    listeners.publish(publication);
    ready.accept(this);
    return () -> listeners.withdraw(publication);
  }

  @Override
  public AutoCloseable offerArchive(Endpoint endpoint, ArchiveChanges changes) {
    archive = Optional.of(new OfferedArchive(endpoint, changes));
    return () -> archive = Optional.empty();
  }

  @Override
  public AutoCloseable offerPipelines(PipelineEngine engine) {
    return pipelines.offer(engine);
  }

  @Override
  public AutoCloseable offerIdentities(IdentityRegistries offered) {
    identities = Optional.of(offered);
    return () -> identities = Optional.empty();
  }

  @Override
  public AutoCloseable offerVerifier(StorageVerifier offered) {
    verifier = Optional.of(offered);
    return () -> verifier = Optional.empty();
  }

  @Override
  public AutoCloseable offerExporter(StorageExporter offered) {
    exporter = Optional.of(offered);
    return () -> exporter = Optional.empty();
  }

  @Override
  public AutoCloseable offerReconciler(StorageReconciler offered) {
    reconciler = Optional.of(offered);
    return () -> reconciler = Optional.empty();
  }

  /** Ends the threads; listeners were removed before. */
  @Override
  public void close() {
    threads.shutdownNow();
    tasks.shutdownNow();
  }
}
