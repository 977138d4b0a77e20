package org.lucina.subsystem.model;

import org.jboss.as.controller.registry.ManagementResourceRegistration;
import org.lucina.spi.endpoint.Endpoint;
import org.lucina.subsystem.runtime.ProviderKind;
import org.lucina.subsystem.runtime.RunningServer;

/** {@code endpoint=NAME}: keeps, serves or takes dixels. */
final class EndpointResource extends ProvidedResource<Endpoint> {
  static final ProvidedType TYPE = ProvidedType.of(ProviderKind.ENDPOINT);

  private EndpointResource(ProvidedInstances<Endpoint> instances, boolean runtimeToo) {
    super(TYPE, instances, runtimeToo);
  }

  static EndpointResource of(Running running, boolean runtimeToo) {
    return new EndpointResource(
        new ProvidedInstances<>(running, Endpoint.class, RunningServer::endpoints), runtimeToo);
  }

  @Override
  public void registerOperations(ManagementResourceRegistration registration) {
    super.registerOperations(registration);
    if (runtimeToo()) {
      registration.registerOperationHandler(
          CheckOperation.definition(getResourceDescriptionResolver()),
          new CheckOperation<>(instances(), Endpoint::check));
      registration.registerOperationHandler(
          FindOperation.definition(getResourceDescriptionResolver()),
          new FindOperation(instances()));
    }
  }
}
