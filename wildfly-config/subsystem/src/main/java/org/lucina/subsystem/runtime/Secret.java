package org.lucina.subsystem.runtime;

import org.lucina.spi.ProviderException;

/** A value of a property that is kept elsewhere than in the configuration. */
public interface Secret {
  /**
   * The value as it is now.
   *
   * @throws ProviderException saying why it cannot be had
   */
  String reveal() throws ProviderException;
}
