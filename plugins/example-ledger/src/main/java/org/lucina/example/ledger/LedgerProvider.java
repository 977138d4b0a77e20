package org.lucina.example.ledger;

import org.lucina.spi.ConfigSpec;
import org.lucina.spi.ConfigSpec.Property;
import org.lucina.spi.ConfigSpec.Type;
import org.lucina.spi.Configuration;
import org.lucina.spi.ServerContext;
import org.lucina.spi.endpoint.Endpoint;
import org.lucina.spi.endpoint.EndpointProvider;

/** Makes ledgers. */
public final class LedgerProvider implements EndpointProvider {

  @Override
  public String type() {
    return "ledger";
  }

  @Override
  public String description() {
    return "Keeps a file with a line for each study, series or instance that was put";
  }

  @Override
  public ConfigSpec configSpec() {
    return ConfigSpec.of(Property.required("path", Type.PATH, "the file, whose folder is there"));
  }

  @Override
  public Endpoint create(String name, Configuration config, ServerContext server) {
    return new Ledger(config.path("path"));
  }
}
