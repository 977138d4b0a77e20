package org.lucina.tests.remembering;

import java.time.Duration;
import org.lucina.spi.ConfigSpec;
import org.lucina.spi.Configuration;
import org.lucina.spi.History;
import org.lucina.spi.ServerContext;
import org.lucina.spi.endpoint.Capabilities;
import org.lucina.spi.endpoint.Endpoint;
import org.lucina.spi.endpoint.EndpointProvider;

/** Makes endpoints that know whether they were checked before. */
public final class RememberingProvider implements EndpointProvider {
  private static final String KEY = "checked";

  @Override
  public String type() {
    return "remembering";
  }

  @Override
  public String description() {
    return "Knows whether it was checked before";
  }

  @Override
  public ConfigSpec configSpec() {
    return ConfigSpec.none();
  }

  @Override
  public Endpoint create(String name, Configuration config, ServerContext server) {
    History history = server.history();
    return new Endpoint() {
      @Override
      public Capabilities capabilities() {
        return Capabilities.none();
      }

      @Override
      public String check() {
        boolean known = history.contains(KEY);
        history.remember(KEY, Duration.ofHours(1));
        return known ? "seen before" : "never seen";
      }

      @Override
      public void close() {
        // what is remembered stays
      }
    };
  }
}
