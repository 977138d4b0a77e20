package org.lucina.spi;

import java.util.Optional;
import org.lucina.spi.endpoint.Endpoint;
import org.lucina.spi.server.RemoteAe;

/**
 * What the server offers to the instances that a provider makes: ask it when something is needed
 * rather than when the instance is made, since what administrators configure comes and goes.
 * Thread-safe.
 */
public interface ServerContext {

  /** AE title under which this server calls others. */
  String localAeTitle();

  /** A configured remote AE, by the name of its resource. */
  Optional<RemoteAe> remoteAe(String name);

  /** A configured endpoint, empty while it is not running. */
  Optional<Endpoint> endpoint(String name);
}
