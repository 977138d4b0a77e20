package org.lucina.subsystem.runtime;

import java.util.Arrays;
import java.util.Optional;
import org.lucina.spi.Provider;
import org.lucina.spi.anonymize.AnonymizerProvider;
import org.lucina.spi.endpoint.EndpointProvider;
import org.lucina.spi.mint.MintProvider;
import org.lucina.spi.observer.ObserverProvider;
import org.lucina.spi.storage.StorageProvider;

/** A kind of provider that plugins may offer, and of the resources that use it. */
public enum ProviderKind {
  /** Keeps objects: {@code storage=NAME}. */
  STORAGE("storage", StorageProvider.class),
  /** Keeps, serves or takes dixels: {@code endpoint=NAME}. */
  ENDPOINT("endpoint", EndpointProvider.class),
  /** Tells what happens to dixels: {@code observer=NAME}. */
  OBSERVER("observer", ObserverProvider.class),
  /** Makes dixels that may leave: {@code anonymizer=NAME}. */
  ANONYMIZER("anonymizer", AnonymizerProvider.class),
  /** Makes identifiers: {@code mint=NAME}. */
  MINT("mint", MintProvider.class);

  private final String key;
  private final Class<? extends Provider<?>> service;

  ProviderKind(String key, Class<? extends Provider<?>> service) {
    this.key = key;
    this.service = service;
  }

  /** Type of the management resources that use such providers. */
  public String key() {
    return key;
  }

  /** Interface under whose name plugins list their providers in {@code META-INF/services}. */
  public Class<? extends Provider<?>> service() {
    return service;
  }

  /** The kind whose service file is named so. */
  public static Optional<ProviderKind> ofServiceFile(String name) {
    return Arrays.stream(values()).filter(kind -> kind.service.getName().equals(name)).findAny();
  }
}
