package org.lucina.subsystem.model;

import org.jboss.as.controller.AbstractRuntimeOnlyHandler;
import org.jboss.as.controller.OperationContext;
import org.jboss.as.controller.OperationFailedException;
import org.jboss.dmr.ModelNode;
import org.lucina.spi.endpoint.Endpoint;
import org.lucina.spi.endpoint.EndpointException;
import org.lucina.subsystem.LucinaLogger;
import org.lucina.subsystem.runtime.Instance;

/** Asks an endpoint on behalf of an administrator, who is told what it throws. */
abstract class EndpointOperation extends AbstractRuntimeOnlyHandler {
  private final ProvidedInstances<Endpoint> instances;

  EndpointOperation(ProvidedInstances<Endpoint> instances) {
    this.instances = instances;
  }

  /** Asks it. */
  abstract void ask(Endpoint endpoint, OperationContext context, ModelNode operation)
      throws EndpointException, OperationFailedException;

  @Override
  protected final void executeRuntimeStep(OperationContext context, ModelNode operation)
      throws OperationFailedException {
    String name = context.getCurrentAddressValue();
    Endpoint endpoint =
        instances
            .find(name)
            .flatMap(Instance::value)
            .orElseThrow(() -> LucinaLogger.LOG.notRunning("endpoint", name));
    try {
      ask(endpoint, context, operation);
    } catch (EndpointException e) {
      throw LucinaLogger.LOG.endpointFault(name, e.getMessage());
    } catch (RuntimeException | LinkageError e) {
      LucinaLogger.LOG.endpointBroke(name, e);
      throw LucinaLogger.LOG.endpointFault(name, String.valueOf(e));
    }
  }
}
