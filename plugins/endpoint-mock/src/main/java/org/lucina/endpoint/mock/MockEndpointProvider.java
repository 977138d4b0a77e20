package org.lucina.endpoint.mock;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.lucina.spi.ConfigSpec;
import org.lucina.spi.ConfigSpec.Property;
import org.lucina.spi.ConfigSpec.Type;
import org.lucina.spi.Configuration;
import org.lucina.spi.ProviderException;
import org.lucina.spi.ServerContext;
import org.lucina.spi.endpoint.Endpoint;
import org.lucina.spi.endpoint.EndpointProvider;

/** Offers the endpoint type {@code mock}: what imaging sites that do not exist have made so far. */
public final class MockEndpointProvider implements EndpointProvider {
  private static final String DAYS = "days";

  @Override
  public String type() {
    return "mock";
  }

  @Override
  public String description() {
    return "Studies of sites that do not exist, made up by a seed, with images of a phantom";
  }

  @Override
  public ConfigSpec configSpec() {
    List<Property> properties = new ArrayList<>(Settings.properties());
    properties.add(
        Property.optional(
                DAYS,
                Type.INTEGER,
                "7",
                "Days up to today that are searched when a query names neither a study date nor a"
                    + " study; those of any day since 1970 can be found by naming it")
            .between(1, 36_500));
    return new ConfigSpec(properties);
  }

  @Override
  public Endpoint create(String name, Configuration config, ServerContext server)
      throws ProviderException {
    return new MockEndpoint(
        Settings.timeline(config), (int) config.integer(DAYS), Clock.systemDefaultZone());
  }
}
