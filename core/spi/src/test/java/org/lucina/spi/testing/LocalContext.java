package org.lucina.spi.testing;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.lucina.spi.ServerContext;
import org.lucina.spi.endpoint.Endpoint;
import org.lucina.spi.server.RemoteAe;

/** What a server offers to instances, for tests without one: tell what it has, and use it. */
public final class LocalContext implements ServerContext {
  private final Map<String, RemoteAe> remoteAes = new HashMap<>();
  private final Map<String, Endpoint> endpoints = new HashMap<>();

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
}
