package org.lucina.subsystem.runtime;

import java.util.List;
import java.util.Optional;
import org.lucina.spi.Provider;

/**
 * A deployment that offers providers ({@code plugin=NAME}).
 *
 * @param name the deployment's name
 * @param version from its manifest, empty when it tells none
 * @param offered providers that were registered
 * @param faults what was parked, and why
 */
public record Plugin(
    String name, Optional<String> version, List<Offer> offered, List<String> faults) {

  /** A provider that was registered. */
  public record Offer(ProviderRegistry.Key key, Provider<?> provider) {}

  /** Copies the lists. */
  public Plugin {
    offered = List.copyOf(offered);
    faults = List.copyOf(faults);
  }
}
