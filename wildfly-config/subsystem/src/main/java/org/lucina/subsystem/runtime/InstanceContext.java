package org.lucina.subsystem.runtime;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import javax.net.ssl.SSLContext;
import org.lucina.spi.History;
import org.lucina.spi.ServerContext;
import org.lucina.spi.anonymize.Anonymizer;
import org.lucina.spi.endpoint.Endpoint;
import org.lucina.spi.mint.IdentityRegistry;
import org.lucina.spi.mint.Mint;
import org.lucina.spi.server.ArchiveChanges;
import org.lucina.spi.server.RemoteAe;
import org.lucina.subsystem.LucinaLogger;

/** What the server offers to one instance. */
public final class InstanceContext implements ServerContext, AutoCloseable {
  private final RunningServer server;
  private final ProviderKind kind;
  private final String name;
  private final Optional<SSLContext> tls;
  private final OwnTasks tasks;

  InstanceContext(
      RunningServer server,
      ProviderKind kind,
      String name,
      Optional<SSLContext> tls,
      ScheduledExecutorService tasks) {
    this.server = server;
    this.kind = kind;
    this.name = name;
    this.tls = tls;
    this.tasks = new OwnTasks(tasks, fault -> LucinaLogger.LOG.taskFailed(kind.key(), name, fault));
  }

  @Override
  public String localAeTitle() {
    return server.settings().localAeTitle();
  }

  @Override
  public Optional<RemoteAe> remoteAe(String name) {
    return server.remoteAes().values().stream()
        .filter(remote -> remote.name().equals(name))
        .findFirst();
  }

  @Override
  public Optional<Endpoint> endpoint(String name) {
    return server.endpoint(name);
  }

  @Override
  public Optional<Anonymizer> anonymizer(String name) {
    return server.anonymizer(name);
  }

  @Override
  public Optional<Mint> mint(String name) {
    return server.mint(name);
  }

  @Override
  public Optional<Endpoint> archive() {
    return server.archive().map(OfferedArchive::endpoint);
  }

  @Override
  public Optional<ArchiveChanges> archiveChanges() {
    return server.archive().map(OfferedArchive::changes);
  }

  /** Mints have the registry of their name, so that administrators find it by that. */
  @Override
  public Optional<IdentityRegistry> identities() {
    String registry = kind == ProviderKind.MINT ? name : kind.key() + "/" + name;
    return server.identities().map(all -> all.of(registry));
  }

  @Override
  public Optional<SSLContext> sslContext() {
    return tls;
  }

  @Override
  public ScheduledExecutorService threads() {
    return tasks;
  }

  @Override
  public Path folder() throws IOException {
    return Files.createDirectories(
        server.home().resolve("instances").resolve(kind.key()).resolve(name));
  }

  @Override
  public History history() {
    return server
        .history()
        .map(all -> new OwnHistory(all, kind.key() + "/" + name + "/"))
        .orElseThrow(LucinaLogger.LOG::noHistory);
  }

  /** Ends what the instance does by itself. */
  @Override
  public void close() {
    tasks.shutdownNow();
  }
}
