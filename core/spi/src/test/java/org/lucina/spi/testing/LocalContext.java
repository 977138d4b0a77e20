package org.lucina.spi.testing;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.lucina.spi.ServerContext;
import org.lucina.spi.server.RemoteAe;

/** What a server offers to instances, for tests without one: tell what it has, and use it. */
public final class LocalContext implements ServerContext {
  private final Map<String, RemoteAe> remoteAes = new HashMap<>();
  private final Map<String, AutoCloseable> instances = new HashMap<>();

  /** Has a remote AE. */
  public LocalContext with(RemoteAe remote) {
    remoteAes.put(remote.name(), remote);
    return this;
  }

  /** Has another instance. */
  public LocalContext with(String name, AutoCloseable instance) {
    instances.put(name, instance);
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
  public <T extends AutoCloseable> Optional<T> find(Class<T> kind, String name) {
    return Optional.ofNullable(instances.get(name)).filter(kind::isInstance).map(kind::cast);
  }
}
