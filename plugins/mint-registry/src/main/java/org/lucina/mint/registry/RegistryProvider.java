package org.lucina.mint.registry;

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

/** Offers the mint type {@code registry}: what it makes is remembered in the index database. */
public final class RegistryProvider implements MintProvider {
  private static final String FORM = "form";
  private static final String SEQUENTIAL = "sequential";
  private static final String PATTERN = "pattern";
  private static final String START = "start";
  private static final int LEAST_LETTERS = 6;

  @Override
  public String type() {
    return "registry";
  }

  @Override
  public String description() {
    return "Makes persons, UIDs and tokens once, and remembers in the database of the index what"
        + " stands for what";
  }

  @Override
  public ConfigSpec configSpec() {
    return ConfigSpec.of(
        Property.optional(
                FORM,
                Type.STRING,
                "random",
                "Whether new persons and tokens are random or counted; UIDs are random always")
            .allowing("random", SEQUENTIAL),
        Property.optional(
            PATTERN,
            Type.STRING,
            "ANON-{8}",
            "Patient ID and name of persons: {N} becomes N letters and digits, 6 to 48, or N digits"
                + " where they are counted"),
        Property.optional(START, Type.INTEGER, "1", "The first number, where they are counted")
            .between(0, 1_000_000_000),
        FormProperties.ROOT,
        FormProperties.LEAST_OFFSET,
        FormProperties.MOST_OFFSET);
  }

  @Override
  public Mint create(String name, Configuration config, ServerContext server)
      throws ProviderException {
    boolean counted = config.string(FORM).equals(SEQUENTIAL);
    String pattern = config.string(PATTERN);
    Pseudonyms pseudonyms =
        counted ? Pseudonyms.counted(pattern) : new Pseudonyms(pattern, LEAST_LETTERS);
    Making making =
        new Making(pseudonyms, FormProperties.uids(config), FormProperties.offsets(config));
    Forms forms =
        counted ? new CountedForms(making, config.integer(START)) : new RandomForms(making);
    return new RegistryMint(server, forms);
  }
}
