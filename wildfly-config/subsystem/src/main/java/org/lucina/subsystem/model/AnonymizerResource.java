package org.lucina.subsystem.model;

import org.lucina.spi.anonymize.Anonymizer;
import org.lucina.subsystem.runtime.ProviderKind;
import org.lucina.subsystem.runtime.RunningServer;

/** {@code anonymizer=NAME}: makes dixels that may leave. */
final class AnonymizerResource extends ProvidedResource<Anonymizer> {
  static final ProvidedType TYPE = ProvidedType.of(ProviderKind.ANONYMIZER);

  private AnonymizerResource(ProvidedInstances<Anonymizer> instances, boolean runtimeToo) {
    super(TYPE, instances, runtimeToo);
  }

  static AnonymizerResource of(Running running, boolean runtimeToo) {
    return new AnonymizerResource(
        new ProvidedInstances<>(running, Anonymizer.class, RunningServer::anonymizers), runtimeToo);
  }
}
