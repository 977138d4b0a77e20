package org.lucina.subsystem.runtime;

import java.util.List;
import java.util.Optional;
import org.lucina.dicom.PrivateDictionary;
import org.lucina.spi.Provider;

/**
 * A deployment that offers providers ({@code plugin=NAME}).
 *
 * @param name the deployment's name
 * @param version from its manifest, empty when it tells none
 * @param spi version of the provider interfaces that its manifest declares
 * @param offered providers that were registered
 * @param dictionaries private dictionaries that were added to the toolkit's
 * @param faults what was parked, and why
 */
public record Plugin(
    String name,
    Optional<String> version,
    Optional<String> spi,
    List<Offer> offered,
    List<PrivateDictionary> dictionaries,
    List<String> faults) {

  /** A provider that was registered. */
  public record Offer(ProviderRegistry.Key key, Provider<?> provider) {}

  /** Whether there is nothing that was registered. */
  public boolean isEmpty() {
    return offered.isEmpty() && dictionaries.isEmpty();
  }

  /** Copies the lists. */
  public Plugin {
    offered = List.copyOf(offered);
    dictionaries = List.copyOf(dictionaries);
    faults = List.copyOf(faults);
  }
}
