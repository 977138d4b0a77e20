package org.lucina.tests.secretive;

import org.lucina.spi.ConfigSpec;
import org.lucina.spi.ConfigSpec.Property;
import org.lucina.spi.ConfigSpec.Type;
import org.lucina.spi.Configuration;
import org.lucina.spi.ServerContext;
import org.lucina.spi.endpoint.Capabilities;
import org.lucina.spi.endpoint.Endpoint;
import org.lucina.spi.endpoint.EndpointProvider;

/** Makes endpoints that tell how long their password is. */
public final class SecretiveProvider implements EndpointProvider {

  @Override
  public String type() {
    return "secretive";
  }

  @Override
  public String description() {
    return "Tells how long its password is";
  }

  @Override
  public ConfigSpec configSpec() {
    return ConfigSpec.of(
        Property.required("host", Type.STRING, "host"),
        Property.required("password", Type.STRING, "password").asSecret());
  }

  @Override
  public Endpoint create(String name, Configuration config, ServerContext server) {
    int length = config.string("password").length();
    return new Endpoint() {
      @Override
      public Capabilities capabilities() {
        return Capabilities.none();
      }

      @Override
      public String check() {
        return length + " letters";
      }

      @Override
      public void close() {
        // nothing is open
      }
    };
  }
}
