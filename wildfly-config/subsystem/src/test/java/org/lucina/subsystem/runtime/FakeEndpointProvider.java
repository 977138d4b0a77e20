package org.lucina.subsystem.runtime;

import java.util.List;
import org.lucina.spi.ConfigSpec;
import org.lucina.spi.Configuration;
import org.lucina.spi.ServerContext;
import org.lucina.spi.endpoint.Capabilities;
import org.lucina.spi.endpoint.Endpoint;
import org.lucina.spi.endpoint.EndpointProvider;

/** Makes endpoints that can do nothing and tell when they are closed. */
final class FakeEndpointProvider implements EndpointProvider {
  private final List<String> told;

  FakeEndpointProvider(List<String> told) {
    this.told = told;
  }

  @Override
  public String type() {
    return "fake";
  }

  @Override
  public String description() {
    return "Does nothing";
  }

  @Override
  public ConfigSpec configSpec() {
    return ConfigSpec.none();
  }

  @Override
  public Endpoint create(String name, Configuration config, ServerContext server) {
    return new Endpoint() {
      @Override
      public Capabilities capabilities() {
        return Capabilities.none();
      }

      @Override
      public String check() {
        return "nothing is wrong";
      }

      @Override
      public void close() {
        told.add("closed endpoint " + name);
      }
    };
  }
}
