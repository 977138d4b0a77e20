package org.lucina.mint.diana;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import java.util.OptionalLong;
import org.lucina.spi.ServerContext;
import org.lucina.spi.mint.IdentityRegistry;
import org.lucina.spi.mint.IdentityRegistry.Candidates;
import org.lucina.spi.mint.IdentityRegistry.Registered;
import org.lucina.spi.mint.MintException;

/**
 * Remembers in the database of the index, for good and for all servers that share it. Originals are
 * there as hashes.
 */
final class Registry {
  private final Optional<ServerContext> server;
  private final String domain;

  private Registry(Optional<ServerContext> server, String domain) {
    this.server = server;
    this.domain = domain;
  }

  /** That of a server. */
  static Registry of(ServerContext server, String domain) {
    return new Registry(Optional.of(server), domain);
  }

  /** One that remembers nothing. */
  static Registry none() {
    return new Registry(Optional.empty(), "");
  }

  /**
   * Remembers what an original was given.
   *
   * @return whether no other has it
   */
  boolean isFirst(String given, String... original) throws MintException {
    if (server.isEmpty()) {
      return true;
    }
    IdentityRegistry registry =
        server
            .get()
            .identities()
            .orElseThrow(
                () -> new MintException("the archive, which has the registry, is not running"));
    byte[] hash = Hash.of("SHA-256", String.join("\n", original).getBytes(StandardCharsets.UTF_8));
    try {
      String key = HexFormat.of().formatHex(hash);
      return registry.register(domain, key, new Only(given)).replacement().equals(given);
    } catch (TakenException e) {
      return false;
    }
  }

  /** The registry asks again and again for another, so another original has the only one. */
  private static final class TakenException extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /** The only candidate; a registry may also ask again because a transaction is repeated. */
  private static final class Only implements Candidates {
    private static final int REPEATS = 20;

    private final String given;
    private int asked;

    Only(String given) {
      this.given = given;
    }

    @Override
    public OptionalLong first() {
      return OptionalLong.empty();
    }

    @Override
    public Registered make(long number) {
      asked++;
      if (asked > REPEATS) {
        throw new TakenException();
      }
      return new Registered(given, 0);
    }
  }
}
