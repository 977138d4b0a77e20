package org.lucina.spi.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import javax.net.ssl.SSLContext;
import org.lucina.spi.History;
import org.lucina.spi.ServerContext;
import org.lucina.spi.anonymize.Anonymizer;
import org.lucina.spi.endpoint.Endpoint;
import org.lucina.spi.mint.IdentityRegistry;
import org.lucina.spi.mint.Mint;
import org.lucina.spi.server.ArchiveChanges;
import org.lucina.spi.server.RemoteAe;

/** What a server offers to instances, for tests without one: tell what it has, and use it. */
public final class LocalContext implements ServerContext, AutoCloseable {
  private final Map<String, RemoteAe> remoteAes = new HashMap<>();
  private final Map<String, Endpoint> endpoints = new HashMap<>();
  private final Map<String, Anonymizer> anonymizers = new HashMap<>();
  private final Map<String, Mint> mints = new HashMap<>();
  private final ScheduledThreadPoolExecutor threads =
      new ScheduledThreadPoolExecutor(
          4,
          task -> {
            Thread thread = new Thread(task, "instance");
            thread.setDaemon(true);
            return thread;
          });
  private final History history = new MemoryHistory(Clock.systemUTC());
  private Optional<Endpoint> archive = Optional.empty();
  private Optional<ArchiveChanges> changes = Optional.empty();
  private Optional<IdentityRegistry> identities = Optional.empty();
  private Optional<SSLContext> tls = Optional.empty();
  private Optional<Path> folder = Optional.empty();

  /** Has a remote AE. */
  public LocalContext with(RemoteAe remote) {
    remoteAes.put(remote.name(), remote);
    return this;
  }

  /** Has an endpoint. */
  public LocalContext with(String name, Endpoint endpoint) {
    endpoints.put(name, endpoint);
    return this;
  }

  /** Has an anonymizer. */
  public LocalContext with(String name, Anonymizer anonymizer) {
    anonymizers.put(name, anonymizer);
    return this;
  }

  /** Has a mint. */
  public LocalContext with(String name, Mint mint) {
    mints.put(name, mint);
    return this;
  }

  /** Has an archive. */
  public LocalContext archive(Endpoint endpoint, ArchiveChanges happened) {
    archive = Optional.of(endpoint);
    changes = Optional.of(happened);
    return this;
  }

  /** Has a registry of identities. */
  public LocalContext with(IdentityRegistry registry) {
    identities = Optional.of(registry);
    return this;
  }

  /** Has a TLS context. */
  public LocalContext with(SSLContext context) {
    tls = Optional.of(context);
    return this;
  }

  /** Keeps what instances remember in a folder, rather than in a new temporary one. */
  public LocalContext folder(Path path) {
    folder = Optional.of(path);
    return this;
  }

  @Override
  public String localAeTitle() {
    return "LUCINA";
  }

  @Override
  public Optional<RemoteAe> remoteAe(String name) {
    return Optional.ofNullable(remoteAes.get(name));
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
    return Optional.ofNullable(mints.get(name));
  }

  @Override
  public Optional<Endpoint> archive() {
    return archive;
  }

  @Override
  public Optional<ArchiveChanges> archiveChanges() {
    return changes;
  }

  @Override
  public Optional<IdentityRegistry> identities() {
    return identities;
  }

  @Override
  public Optional<SSLContext> sslContext() {
    return tls;
  }

  @Override
  public ScheduledExecutorService threads() {
    return threads;
  }

  @Override
  public synchronized Path folder() throws IOException {
    if (folder.isEmpty()) {
      folder = Optional.of(Files.createTempDirectory("lucina-instance-"));
    }
    return Files.createDirectories(folder.get());
  }

  @Override
  public History history() {
    return history;
  }

  /** Ends the tasks of instances. */
  @Override
  public void close() {
    threads.shutdownNow();
  }
}
