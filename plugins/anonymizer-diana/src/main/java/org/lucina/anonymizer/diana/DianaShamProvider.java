package org.lucina.anonymizer.diana;

import org.lucina.spi.ConfigSpec;
import org.lucina.spi.ConfigSpec.Property;
import org.lucina.spi.ConfigSpec.Type;
import org.lucina.spi.Configuration;
import org.lucina.spi.ServerContext;
import org.lucina.spi.anonymize.Anonymizer;
import org.lucina.spi.anonymize.AnonymizerProvider;

/** Offers the anonymizer type {@code diana-sham}: DIANA's sham dixels. */
public final class DianaShamProvider implements AnonymizerProvider {
  private static final String GUID_MINT = "guid-mint";
  private static final String UID_MINT = "uid-mint";
  private static final String SALT = "salt";
  private static final String EDITION = "edition";

  @Override
  public String type() {
    return "diana-sham";
  }

  @Override
  public String description() {
    return "Anonymizes as DIANA did by an Orthanc, with shams that can be guessed; leaves what"
        + " pixels show";
  }

  @Override
  public ConfigSpec configSpec() {
    return ConfigSpec.of(
        Property.required(
            GUID_MINT, Type.STRING, "Mint of persons, such as one of type diana-guid without salt"),
        Property.required(UID_MINT, Type.STRING, "Mint of UIDs, such as one of type diana-uid"),
        Property.optional(
                SALT,
                Type.STRING,
                "Set behind a + after names and accession numbers, as DIANA's salt")
            .asSecret(),
        Property.optional(
                EDITION,
                Type.STRING,
                Profile.EDITIONS.get(0),
                "Edition of PS3.15 of which Orthanc takes the basic profile: 2017c as in DIANA's"
                    + " time, 2021b as Orthanc 1.10 without asking")
            .allowing(Profile.EDITIONS.toArray(String[]::new)));
  }

  @Override
  public Anonymizer create(String name, Configuration config, ServerContext server) {
    ShamMaker shams =
        new ShamMaker(
            server,
            config.string(GUID_MINT),
            config.string(UID_MINT),
            config.find(SALT).orElse(""));
    return new DianaSham(shams, new Profile(config.string(EDITION)));
  }
}
