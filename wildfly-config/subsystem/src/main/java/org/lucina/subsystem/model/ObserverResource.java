package org.lucina.subsystem.model;

import org.jboss.as.controller.registry.ManagementResourceRegistration;
import org.lucina.spi.observer.Observer;
import org.lucina.subsystem.runtime.ProviderKind;
import org.lucina.subsystem.runtime.RunningServer;

/** {@code observer=NAME}: tells what happens to dixels somewhere. */
final class ObserverResource extends ProvidedResource<Observer> {
  static final ProvidedType TYPE = ProvidedType.of(ProviderKind.OBSERVER);

  private ObserverResource(ProvidedInstances<Observer> instances, boolean runtimeToo) {
    super(TYPE, instances, runtimeToo);
  }

  static ObserverResource of(Running running, boolean runtimeToo) {
    return new ObserverResource(
        new ProvidedInstances<>(running, Observer.class, RunningServer::observers), runtimeToo);
  }

  @Override
  public void registerOperations(ManagementResourceRegistration registration) {
    super.registerOperations(registration);
    if (runtimeToo()) {
      registration.registerOperationHandler(
          CheckOperation.definition(getResourceDescriptionResolver()),
          new CheckOperation<>(instances(), Observer::check));
    }
  }
}
