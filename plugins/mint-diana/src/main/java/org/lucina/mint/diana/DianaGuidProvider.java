package org.lucina.mint.diana;

import java.util.Optional;
import org.lucina.spi.ConfigSpec;
import org.lucina.spi.ConfigSpec.Property;
import org.lucina.spi.ConfigSpec.Type;
import org.lucina.spi.Configuration;
import org.lucina.spi.ServerContext;
import org.lucina.spi.mint.IdentityRegistry;
import org.lucina.spi.mint.Mint;
import org.lucina.spi.mint.MintProvider;

/** Offers the mint type {@code diana-guid}: the persons that DIANA made. */
public final class DianaGuidProvider implements MintProvider {
  private static final String SALT = "salt";
  private static final String NAMESAKES = "namesakes";
  private static final String NAMELESS = "nameless";
  private static final String REMEMBERED = "remembered";
  private static final String REFUSE = "refuse";
  private static final String JOIN = "join";

  @Override
  public String type() {
    return "diana-guid";
  }

  @Override
  public String description() {
    return "Makes the persons that DIANA made of name, birth date and sex, which can be guessed";
  }

  @Override
  public ConfigSpec configSpec() {
    return ConfigSpec.of(
        Property.optional(SALT, Type.STRING, "Set behind a + after each name, as DIANA's salt")
            .asSecret(),
        Property.optional(
                NAMESAKES,
                Type.STRING,
                REFUSE,
                "What is done with two Patient IDs of one name, birth date and sex: join makes them"
                    + " one person, as DIANA did")
            .allowing(REFUSE, JOIN),
        Property.optional(
                NAMELESS,
                Type.STRING,
                REFUSE,
                "What is done with names without letters of a-z and digits: join makes those of one"
                    + " birth date and sex one person, as DIANA did")
            .allowing(REFUSE, JOIN),
        Property.optional(
                REMEMBERED,
                Type.INTEGER,
                "100000",
                "Persons that are remembered, to refuse two Patient IDs that would get one")
            .between(1_000, 10_000_000),
        Remember.PROPERTY);
  }

  @Override
  public Mint create(String name, Configuration config, ServerContext server) {
    Optional<Namesakes> refused =
        config.string(NAMESAKES).equals(JOIN)
            ? Optional.empty()
            : Optional.of(
                new Namesakes(
                    (int) config.integer(REMEMBERED),
                    Remember.registry(config, server, IdentityRegistry.PATIENT)));
    return new DianaGuidMint(
        config.find(SALT).orElse(""), refused, config.string(NAMELESS).equals(JOIN));
  }
}
