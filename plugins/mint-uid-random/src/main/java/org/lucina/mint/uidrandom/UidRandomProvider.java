package org.lucina.mint.uidrandom;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.lucina.spi.ConfigSpec;
import org.lucina.spi.ConfigSpec.Property;
import org.lucina.spi.ConfigSpec.Type;
import org.lucina.spi.Configuration;
import org.lucina.spi.ProviderException;
import org.lucina.spi.ServerContext;
import org.lucina.spi.mint.Mint;
import org.lucina.spi.mint.MintProvider;

/** Offers the mint type {@code uid-random}: identifiers that only a key ties to their originals. */
public final class UidRandomProvider implements MintProvider {
  private static final String KEY = "key";
  private static final String OFFSET = "max-offset-days";
  private static final int SHORTEST_KEY = 16;

  @Override
  public String type() {
    return "uid-random";
  }

  @Override
  public String description() {
    return "Makes UIDs, tokens and identities by a keyed hash, the same for the same original";
  }

  @Override
  public ConfigSpec configSpec() {
    return ConfigSpec.of(
        Property.optional(
                KEY,
                Type.STRING,
                "Key that several servers share, of "
                    + SHORTEST_KEY
                    + " characters at least; without it a random one is made and kept")
            .asSecret(),
        Property.optional(
                OFFSET,
                Type.INTEGER,
                "90",
                "Days by which the dates of a person are moved at most; 0 leaves them")
            .between(0, 36_500));
  }

  @Override
  public Mint create(String name, Configuration config, ServerContext server)
      throws ProviderException {
    return new UidRandomMint(key(config, server), (int) config.integer(OFFSET));
  }

  private static byte[] key(Configuration config, ServerContext server) throws ProviderException {
    Optional<String> given = config.find(KEY);
    if (given.isPresent()) {
      if (given.get().length() < SHORTEST_KEY) {
        throw new ProviderException(
            "property '" + KEY + "' must have " + SHORTEST_KEY + " characters or more");
      }
      return given.get().getBytes(StandardCharsets.UTF_8);
    }
    try {
      return KeyFile.readOrMake(server.folder());
    } catch (IOException e) {
      throw new ProviderException("the key cannot be read or made: " + e.getMessage(), e);
    }
  }
}
