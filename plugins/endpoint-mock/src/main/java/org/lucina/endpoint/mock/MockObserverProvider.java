package org.lucina.endpoint.mock;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.lucina.spi.ConfigSpec;
import org.lucina.spi.ConfigSpec.Property;
import org.lucina.spi.ConfigSpec.Type;
import org.lucina.spi.Configuration;
import org.lucina.spi.ProviderException;
import org.lucina.spi.ServerContext;
import org.lucina.spi.dixel.DicomLevel;
import org.lucina.spi.observer.Observer;
import org.lucina.spi.observer.ObserverProvider;

/** Offers the observer type {@code mock}: tells what sites that do not exist make. */
public final class MockObserverProvider implements ObserverProvider {
  private static final String LEVEL = "level";
  private static final String PERIOD = "period";
  private static final String REPLAY = "replay";

  @Override
  public String type() {
    return "mock";
  }

  @Override
  public String description() {
    return "Tells what sites that do not exist make, when they make it; a mock endpoint of the"
        + " same sites and seed has it";
  }

  @Override
  public ConfigSpec configSpec() {
    List<Property> properties = new ArrayList<>(Settings.properties());
    properties.add(
        Property.optional(
                LEVEL,
                Type.STRING,
                "instance",
                "What is told: 'instance' that an instance is added, 'series' and 'study' that one"
                    + " is complete (stable)")
            .allowing("instance", "series", "study"));
    properties.add(
        Property.optional(PERIOD, Type.DURATION, "PT5S", "How often events are told, from PT1S"));
    properties.add(
        Property.optional(
            REPLAY, Type.DURATION, "PT0S", "How long before now the first event is told"));
    return new ConfigSpec(properties);
  }

  @Override
  public Observer create(String name, Configuration config, ServerContext server)
      throws ProviderException {
    if (config.duration(PERIOD).toSeconds() < 1) {
      throw new ProviderException("property '" + PERIOD + "' must be PT1S or more");
    }
    if (config.duration(REPLAY).isNegative()) {
      throw new ProviderException("property '" + REPLAY + "' must not be negative");
    }
    return new MockObserver(
        name,
        new Happenings(
            Settings.timeline(config),
            DicomLevel.valueOf(config.string(LEVEL).toUpperCase(Locale.ROOT))),
        config.duration(PERIOD),
        config.duration(REPLAY),
        Clock.systemDefaultZone());
  }
}
