package org.lucina.archive.testing;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.lucina.net.AssociationLog;
import org.lucina.net.AssociationPolicy;
import org.lucina.net.DimseService;
import org.lucina.spi.anonymize.Anonymizer;
import org.lucina.spi.endpoint.Endpoint;
import org.lucina.spi.mint.Mint;
import org.lucina.spi.pipeline.PipelineEngine;
import org.lucina.spi.server.ArchiveChanges;
import org.lucina.spi.server.ArchiveSettings;
import org.lucina.spi.server.ArchiveSettings.Duplicates;
import org.lucina.spi.server.ArchiveSettings.UnknownAes;
import org.lucina.spi.server.IdentityRegistries;
import org.lucina.spi.server.LucinaServer;
import org.lucina.spi.server.RemoteAe;
import org.lucina.spi.server.StorageExporter;
import org.lucina.spi.server.StorageReconciler;
import org.lucina.spi.server.StorageVerifier;
import org.lucina.spi.storage.Storage;

/** What the subsystem offers, without a server. */
public final class FakeServer implements LucinaServer {
  /** The storage named in the settings. */
  public static final String STORAGE = "main";

  private final Map<String, Storage> storages = new ConcurrentHashMap<>();
  private final Map<String, RemoteAe> remotes = new ConcurrentHashMap<>();
  private final Map<String, Endpoint> endpoints = new ConcurrentHashMap<>();
  private final Map<String, Anonymizer> anonymizers = new ConcurrentHashMap<>();
  private final List<StorageWatcher> watchers = new CopyOnWriteArrayList<>();
  private volatile ArchiveSettings settings =
      new ArchiveSettings(
          STORAGE, "LUCINA", Duplicates.KEEP, false, UnknownAes.LOOPBACK, false, 10_000);

  /** Lets a storage appear. */
  public FakeServer with(String name, Storage storage) {
    storages.put(name, storage);
    watchers.forEach(watcher -> watcher.available(name, storage));
    return this;
  }

  /** Lets a storage disappear. */
  public void without(String name) {
    watchers.forEach(watcher -> watcher.unavailable(name));
    storages.remove(name);
  }

  /** Configures a remote AE. */
  public FakeServer with(RemoteAe remote) {
    remotes.put(remote.aeTitle(), remote);
    return this;
  }

  /** Changes the treatment of duplicates. */
  public void duplicates(Duplicates duplicates) {
    settings(settings.acceptUnknownSopClasses(), duplicates, settings.unknownAes());
  }

  /** Changes whether unknown SOP classes are stored. */
  public void acceptUnknown(boolean accept) {
    settings(accept, settings.duplicates(), settings.unknownAes());
  }

  /** Changes from where unknown AEs get in. */
  public void unknownAes(UnknownAes unknown) {
    settings(settings.acceptUnknownSopClasses(), settings.duplicates(), unknown);
  }

  private void settings(boolean accept, Duplicates duplicates, UnknownAes unknown) {
    settings = new ArchiveSettings(STORAGE, "LUCINA", duplicates, accept, unknown, false, 10_000);
    watchers.forEach(watcher -> watcher.settingsChanged(settings));
  }

  @Override
  public Path home() {
    return Path.of(System.getProperty("java.io.tmpdir"), "lucina");
  }

  @Override
  public Optional<Storage> storage(String name) {
    return Optional.ofNullable(storages.get(name));
  }

  @Override
  public AutoCloseable watchStorages(StorageWatcher watcher) {
    watchers.add(watcher);
    storages.forEach(watcher::available);
    return () -> watchers.remove(watcher);
  }

  @Override
  public ArchiveSettings settings() {
    return settings;
  }

  @Override
  public Optional<RemoteAe> remoteAe(String aeTitle) {
    return Optional.ofNullable(remotes.get(aeTitle));
  }

  @Override
  public Map<String, RemoteAe> remoteAes() {
    return Map.copyOf(remotes);
  }

  /** Lets an endpoint run. */
  public FakeServer with(String name, Endpoint endpoint) {
    endpoints.put(name, endpoint);
    return this;
  }

  /** Lets an anonymizer run. */
  public FakeServer with(String name, Anonymizer anonymizer) {
    anonymizers.put(name, anonymizer);
    return this;
  }

  @Override
  public Optional<Endpoint> endpoint(String name) {
    return Optional.ofNullable(endpoints.get(name));
  }

  @Override
  public Optional<Anonymizer> anonymizer(String name) {
    return Optional.ofNullable(anonymizers.get(name));
  }

  @Override
  public Optional<Mint> mint(String name) {
    return Optional.empty();
  }

  @Override
  public AutoCloseable offerIdentities(IdentityRegistries registries) {
    throw new IllegalStateException("tests use registries themselves");
  }

  @Override
  public AutoCloseable publish(
      Map<String, DimseService> services, AssociationPolicy policy, AssociationLog log) {
    throw new IllegalStateException("tests open their own listeners");
  }

  @Override
  public AutoCloseable offerVerifier(StorageVerifier verifier) {
    throw new IllegalStateException("tests call verifiers themselves");
  }

  @Override
  public AutoCloseable offerExporter(StorageExporter exporter) {
    throw new IllegalStateException("tests call exporters themselves");
  }

  @Override
  public AutoCloseable offerReconciler(StorageReconciler reconciler) {
    throw new IllegalStateException("tests call reconcilers themselves");
  }

  @Override
  public AutoCloseable offerPipelines(PipelineEngine engine) {
    throw new IllegalStateException("tests use engines themselves");
  }

  @Override
  public AutoCloseable offerArchive(Endpoint archive, ArchiveChanges changes) {
    throw new IllegalStateException("tests use archives themselves");
  }
}
