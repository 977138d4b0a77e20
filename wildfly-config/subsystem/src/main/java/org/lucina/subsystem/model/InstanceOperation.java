package org.lucina.subsystem.model;

import org.jboss.as.controller.AbstractRuntimeOnlyHandler;
import org.jboss.as.controller.OperationContext;
import org.jboss.as.controller.OperationFailedException;
import org.jboss.dmr.ModelNode;
import org.lucina.spi.endpoint.EndpointException;
import org.lucina.spi.observer.ObserverException;
import org.lucina.subsystem.LucinaLogger;
import org.lucina.subsystem.runtime.Instance;

/**
 * Asks an instance on behalf of an administrator, who is told what it throws.
 *
 * @param <T> what is asked
 */
abstract class InstanceOperation<T extends AutoCloseable> extends AbstractRuntimeOnlyHandler {
  private final ProvidedInstances<T> instances;

  InstanceOperation(ProvidedInstances<T> instances) {
    this.instances = instances;
  }

  /** Asks it. */
  abstract void ask(T instance, OperationContext context, ModelNode operation)
      throws EndpointException, ObserverException, OperationFailedException;

  @Override
  protected final void executeRuntimeStep(OperationContext context, ModelNode operation)
      throws OperationFailedException {
    String kind = context.getCurrentAddress().getLastElement().getKey();
    String name = context.getCurrentAddressValue();
    T instance =
        instances
            .find(name)
            .flatMap(Instance::value)
            .orElseThrow(() -> LucinaLogger.LOG.notRunning(kind, name));
    try {
      ask(instance, context, operation);
    } catch (EndpointException | ObserverException e) {
      throw LucinaLogger.LOG.instanceFault(kind, name, e.getMessage());
    } catch (RuntimeException | LinkageError e) {
      LucinaLogger.LOG.instanceBroke(kind, name, e);
      throw LucinaLogger.LOG.instanceFault(kind, name, String.valueOf(e));
    }
  }
}
