package org.lucina.subsystem.runtime;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;
import org.lucina.net.AssociationLog;
import org.lucina.net.AssociationPolicy;
import org.lucina.net.DimseService;
import org.lucina.spi.ServerContext;
import org.lucina.spi.endpoint.Endpoint;
import org.lucina.spi.server.ArchiveSettings;
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
  private final Instances<Endpoint> endpoints = new Instances<>();
  private final RemoteAes remoteAes = new RemoteAes();
  private final ExecutorService threads;
  private final Listeners listeners;
  private final Consumer<RunningServer> ready;
  private volatile ArchiveSettings settings;
  private volatile Optional<StorageVerifier> verifier = Optional.empty();
  private volatile Optional<StorageExporter> exporter = Optional.empty();
  private volatile Optional<StorageReconciler> reconciler = Optional.empty();

  /**
   * Starts empty.
   *
   * @param threads runs listeners and associations; shut down on close
   * @param ready called each time when listeners were opened on published services
   */
  public RunningServer(
      ArchiveSettings settings, ExecutorService threads, Consumer<RunningServer> ready) {
    this.settings = settings;
    this.threads = threads;
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

  /** What is offered to instances. */
  public ServerContext context() {
    return new InstanceContext(this);
  }

  /** An endpoint that runs. */
  Optional<Endpoint> endpoint(String name) {
    return endpoints.find(name);
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
  }
}
