package org.lucina.mint.orthanc;

import org.lucina.spi.ConfigSpec;
import org.lucina.spi.ConfigSpec.Property;
import org.lucina.spi.ConfigSpec.Type;
import org.lucina.spi.Configuration;
import org.lucina.spi.ServerContext;
import org.lucina.spi.mint.Mint;
import org.lucina.spi.mint.MintProvider;

/** Offers the mint type {@code orthanc-id}: Orthanc's identifiers of resources. */
public final class OrthancIdProvider implements MintProvider {
  private static final String MISSING = "missing-patient-id";
  private static final String REFUSE = "refuse";
  private static final String EMPTY = "empty";

  @Override
  public String type() {
    return "orthanc-id";
  }

  @Override
  public String description() {
    return "Makes the identifiers of Orthanc's resources, which can be guessed";
  }

  @Override
  public ConfigSpec configSpec() {
    return ConfigSpec.of(
        Property.optional(
                MISSING,
                Type.STRING,
                REFUSE,
                "What is done where the Patient ID is not told: empty takes it for empty, as Orthanc"
                    + " does with objects that have none")
            .allowing(REFUSE, EMPTY));
  }

  @Override
  public Mint create(String name, Configuration config, ServerContext server) {
    return new OrthancIdMint(config.string(MISSING).equals(EMPTY));
  }
}
