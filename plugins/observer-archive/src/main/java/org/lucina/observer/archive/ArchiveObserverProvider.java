package org.lucina.observer.archive;

import java.time.Clock;
import java.time.Duration;
import org.lucina.spi.ConfigSpec;
import org.lucina.spi.ConfigSpec.Property;
import org.lucina.spi.ConfigSpec.Type;
import org.lucina.spi.Configuration;
import org.lucina.spi.ProviderException;
import org.lucina.spi.ServerContext;
import org.lucina.spi.observer.Observer;
import org.lucina.spi.observer.ObserverProvider;

/** Offers the observer type {@code archive}: what happens in the archive of this server. */
public final class ArchiveObserverProvider implements ObserverProvider {

  @Override
  public String type() {
    return "archive";
  }

  @Override
  public String description() {
    return "Tells what happens in the archive of this server";
  }

  @Override
  public ConfigSpec configSpec() {
    return ConfigSpec.of(
        Property.optional(
            "events",
            Type.STRING,
            "instance-added",
            "What is told, separated by commas: " + Wanted.names()),
        Property.optional(
                "from",
                Type.STRING,
                "now",
                "Where an observation begins that has no position yet: 'now', or 'beginning' with"
                    + " all that the archive holds")
            .allowing("now", "beginning"),
        Property.optional(
            "quiet",
            Type.DURATION,
            "How long there must be no new instance of a study or series until it is stable;"
                + " when absent, the archive's own time (a minute)"));
  }

  @Override
  public Observer create(String name, Configuration config, ServerContext server)
      throws ProviderException {
    Wanted wanted = Wanted.parse(config.string("events"));
    boolean beginning = config.string("from").equals("beginning");
    if (config.find("quiet").isPresent() && config.duration("quiet").isNegative()) {
      throw new ProviderException("property 'quiet': must not be negative");
    }
    return new ArchiveObserver(
        name,
        server,
        new Observation.Manner(wanted, beginning, config.find("quiet").map(Duration::parse)),
        Clock.systemUTC());
  }
}
