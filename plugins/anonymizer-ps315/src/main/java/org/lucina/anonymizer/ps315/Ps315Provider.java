package org.lucina.anonymizer.ps315;

import java.util.Optional;
import java.util.Set;
import org.lucina.anonymizer.ps315.table.Option;
import org.lucina.anonymizer.ps315.walk.BurnedIn;
import org.lucina.anonymizer.ps315.walk.Deidentification;
import org.lucina.anonymizer.ps315.walk.Settings;
import org.lucina.spi.ConfigSpec;
import org.lucina.spi.Configuration;
import org.lucina.spi.ProviderException;
import org.lucina.spi.ServerContext;
import org.lucina.spi.anonymize.Anonymizer;
import org.lucina.spi.anonymize.AnonymizerProvider;

/** Offers the anonymizer type {@code ps3.15}. */
public final class Ps315Provider implements AnonymizerProvider {

  @Override
  public String type() {
    return "ps3.15";
  }

  @Override
  public String description() {
    return "De-identifies by the Basic Application Level Confidentiality Profile of PS3.15 and its"
        + " options";
  }

  @Override
  public ConfigSpec configSpec() {
    return Ps315Properties.spec();
  }

  @Override
  public Anonymizer create(String name, Configuration config, ServerContext server)
      throws ProviderException {
    Set<Option> options = Ps315Properties.options(config);
    Optional<String> pixels = config.find(Ps315Properties.PIXEL_ANONYMIZER);
    Settings settings = Settings.of(options, Ps315Properties.safePrivate(config));
    Deidentification deidentification =
        new Deidentification(
            settings,
            BurnedIn.of(config.string(Ps315Properties.BURNED_IN)),
            Ps315Properties.encryption(config, server),
            server,
            config.string(Ps315Properties.MINT));
    return new Ps315Anonymizer(deidentification, pixels, server);
  }
}
