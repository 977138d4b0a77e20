package org.lucina.mint.keyed;

import org.lucina.deid.form.Offsets;
import org.lucina.deid.form.Pseudonyms;
import org.lucina.spi.ConfigSpec;
import org.lucina.spi.ConfigSpec.Property;
import org.lucina.spi.ConfigSpec.Type;
import org.lucina.spi.Configuration;
import org.lucina.spi.ProviderException;
import org.lucina.spi.ServerContext;
import org.lucina.spi.mint.Mint;
import org.lucina.spi.mint.MintProvider;

/** Offers the mint type {@code keyed-pseudonym}: persons too, by the key of a project. */
public final class KeyedPseudonymProvider implements MintProvider {
  static final int LEAST_LETTERS = 8;

  private static final String PATTERN = "pattern";
  private static final String LEAST = "min-offset-days";
  private static final String MOST = "max-offset-days";
  private static final int CENTURY = 36_500;

  @Override
  public String type() {
    return "keyed-pseudonym";
  }

  @Override
  public String description() {
    return "Makes persons, and the UIDs and tokens of keyed-uid, by the key of a project";
  }

  @Override
  public ConfigSpec configSpec() {
    return ConfigSpec.of(
        KeyProperties.KEY,
        KeyProperties.PROJECT,
        KeyProperties.ROOT,
        Property.optional(
            PATTERN,
            Type.STRING,
            "ANON-{16}",
            "Patient ID and name of persons: {N} becomes N letters and digits, 8 to 48; from 16 on"
                + " no two persons become one"),
        Property.optional(
                LEAST, Type.INTEGER, "-365", "Days by which dates of a person are moved at least")
            .between(-CENTURY, CENTURY),
        Property.optional(
                MOST,
                Type.INTEGER,
                "365",
                "Days by which dates of a person are moved at most; by none they never are")
            .between(-CENTURY, CENTURY));
  }

  @Override
  public Mint create(String name, Configuration config, ServerContext server)
      throws ProviderException {
    ProjectKey key = KeyProperties.key(config);
    Persons persons =
        new Persons(
            key,
            new Pseudonyms(config.string(PATTERN), LEAST_LETTERS),
            Offsets.between(config.integer(LEAST), config.integer(MOST)));
    return new KeyedPseudonymMint(key, KeyProperties.form(config), persons);
  }
}
