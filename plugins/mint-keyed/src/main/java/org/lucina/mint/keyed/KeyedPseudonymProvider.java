package org.lucina.mint.keyed;

import org.lucina.deid.form.FormProperties;
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
        FormProperties.ROOT,
        Property.optional(
            PATTERN,
            Type.STRING,
            "ANON-{16}",
            "Patient ID and name of persons: {N} becomes N letters and digits, 8 to 48; from 16 on"
                + " no two persons become one"),
        FormProperties.LEAST_OFFSET,
        FormProperties.MOST_OFFSET);
  }

  @Override
  public Mint create(String name, Configuration config, ServerContext server)
      throws ProviderException {
    ProjectKey key = KeyProperties.key(config);
    Persons persons =
        new Persons(
            key,
            new Pseudonyms(config.string(PATTERN), LEAST_LETTERS),
            FormProperties.offsets(config));
    return new KeyedPseudonymMint(key, FormProperties.uids(config), persons);
  }
}
