package org.lucina.subsystem.runtime;

import java.util.Optional;
import org.lucina.spi.ServerContext;
import org.lucina.spi.endpoint.Endpoint;
import org.lucina.spi.server.RemoteAe;

/** What the server offers to instances. */
record InstanceContext(RunningServer server) implements ServerContext {

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
}
