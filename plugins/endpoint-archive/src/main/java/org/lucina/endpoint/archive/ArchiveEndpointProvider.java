package org.lucina.endpoint.archive;

import org.lucina.spi.ConfigSpec;
import org.lucina.spi.ConfigSpec.Property;
import org.lucina.spi.ConfigSpec.Type;
import org.lucina.spi.Configuration;
import org.lucina.spi.ServerContext;
import org.lucina.spi.endpoint.Endpoint;
import org.lucina.spi.endpoint.EndpointProvider;

/** Offers the endpoint type {@code archive}: the archive of this server. */
public final class ArchiveEndpointProvider implements EndpointProvider {
  private static final String READ_ONLY = "read-only";

  @Override
  public String type() {
    return "archive";
  }

  @Override
  public String description() {
    return "The archive of this server";
  }

  @Override
  public ConfigSpec configSpec() {
    return ConfigSpec.of(
        Property.optional(
            READ_ONLY, Type.BOOLEAN, "false", "Whether nothing can be put, replaced or deleted"));
  }

  @Override
  public Endpoint create(String name, Configuration config, ServerContext server) {
    return new OwnArchive(server, config.flag(READ_ONLY));
  }
}
