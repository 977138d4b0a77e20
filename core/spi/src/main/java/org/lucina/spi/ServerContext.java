package org.lucina.spi;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import javax.net.ssl.SSLContext;
import org.lucina.spi.anonymize.Anonymizer;
import org.lucina.spi.endpoint.Endpoint;
import org.lucina.spi.mint.IdentityRegistry;
import org.lucina.spi.mint.Mint;
import org.lucina.spi.server.ArchiveChanges;
import org.lucina.spi.server.RemoteAe;

/**
 * What the server offers to the instance that a provider makes: ask it when something is needed
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

  /** A configured anonymizer, empty while it is not running. */
  Optional<Anonymizer> anonymizer(String name);

  /** A configured mint, empty while it is not running. */
  Optional<Mint> mint(String name);

  /** The server's own archive, empty while it is not open. */
  Optional<Endpoint> archive();

  /** What happened in the archive, empty while that is not open. */
  Optional<ArchiveChanges> archiveChanges();

  /**
   * Remembers what stands for what: the same for a resource of the same kind and name, also on
   * other servers that share the database of the index, and when that is removed. Empty while the
   * archive is not running.
   */
  Optional<IdentityRegistry> identities();

  /** The TLS context that the resource's {@code ssl-context} names, for connections to others. */
  Optional<SSLContext> sslContext();

  /**
   * Threads for what the instance does by itself, shared with others: tasks that wait for long
   * belong on threads of the instance's own. What is left of its tasks when the instance is closed
   * is cancelled and interrupted.
   */
  ScheduledExecutorService threads();

  /**
   * A folder for what the instance must remember over restarts, made when it is first asked for. It
   * is the same for a resource of the same kind and name, and stays when that is removed.
   */
  Path folder() throws IOException;

  /**
   * What the instance has seen already: the same for a resource of the same kind and name, of its
   * own for any other, and there over restarts.
   *
   * @throws IllegalStateException when the server has none: in a storage that starts, or when
   *     administrators named no cache for it
   */
  History history();
}
