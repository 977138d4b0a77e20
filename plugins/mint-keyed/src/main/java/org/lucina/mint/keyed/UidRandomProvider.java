package org.lucina.mint.keyed;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.lucina.deid.SecretFile;
import org.lucina.deid.form.Offsets;
import org.lucina.deid.form.Pseudonyms;
import org.lucina.deid.form.UidForm;
import org.lucina.spi.ConfigSpec;
import org.lucina.spi.ConfigSpec.Property;
import org.lucina.spi.ConfigSpec.Type;
import org.lucina.spi.Configuration;
import org.lucina.spi.ProviderException;
import org.lucina.spi.ServerContext;
import org.lucina.spi.mint.Mint;
import org.lucina.spi.mint.MintProvider;

/** Offers the mint type {@code uid-random}: all that keyed mints make, by a key of the server. */
public final class UidRandomProvider implements MintProvider {
  private static final String KEY = "key";
  private static final String PATTERN = "ANON-{16}";
  private static final String OFFSET = "max-offset-days";

  @Override
  public String type() {
    return "uid-random";
  }

  @Override
  public String description() {
    return "Makes UIDs, tokens and persons by a random key that is made and kept";
  }

  @Override
  public ConfigSpec configSpec() {
    return ConfigSpec.of(
        Property.optional(
                KEY,
                Type.STRING,
                "Key that several servers share, of 16 bytes or more, in hexadecimal or base 64;"
                    + " without it a random one is made and kept")
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
    ProjectKey key = new ProjectKey(key(config, server), "");
    Persons persons =
        new Persons(
            key,
            new Pseudonyms(PATTERN, KeyedPseudonymProvider.LEAST_LETTERS),
            Offsets.around(config.integer(OFFSET)));
    return new KeyedPseudonymMint(key, new UidForm(UidForm.UUID), persons);
  }

  private static byte[] key(Configuration config, ServerContext server) throws ProviderException {
    Optional<String> given = config.find(KEY);
    if (given.isPresent()) {
      return KeyText.bytes(given.get());
    }
    try {
      Path file = server.folder().resolve("key");
      SecretFile key = SecretFile.in(file);
      if (key.made()) {
        KeyedLogger.LOG.made(file);
      }
      if (key.closed()) {
        KeyedLogger.LOG.closed(file);
      }
      return key.bytes();
    } catch (IOException e) {
      throw new ProviderException("the key cannot be read or made: " + e.getMessage(), e);
    }
  }
}
