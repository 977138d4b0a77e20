package org.lucina.mint.diana;

import org.lucina.spi.ConfigSpec.Property;
import org.lucina.spi.ConfigSpec.Type;
import org.lucina.spi.Configuration;
import org.lucina.spi.ServerContext;

/** The property that says where it is remembered what was given. */
final class Remember {
  private static final String MEMORY = "memory";
  private static final String REGISTRY = "registry";
  private static final String NAME = "remember";

  static final Property PROPERTY =
      Property.optional(
              NAME,
              Type.STRING,
              MEMORY,
              "Where it is remembered what was given: in memory until the mint is closed, or also"
                  + " in the database of the index, for good and for all servers that share it")
          .allowing(MEMORY, REGISTRY);

  private Remember() {}

  static Registry registry(Configuration config, ServerContext server, String domain) {
    return config.string(NAME).equals(REGISTRY) ? Registry.of(server, domain) : Registry.none();
  }
}
