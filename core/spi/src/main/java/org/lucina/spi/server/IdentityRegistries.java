package org.lucina.spi.server;

import org.lucina.spi.mint.IdentityRegistry;

/** Registries of identities, as many as there are names. */
@FunctionalInterface
public interface IdentityRegistries {

  /**
   * A registry.
   *
   * @param name 1 to 255 characters: that of the mint
   */
  IdentityRegistry of(String name);
}
