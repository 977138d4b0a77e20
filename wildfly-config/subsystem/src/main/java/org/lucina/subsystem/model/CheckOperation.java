package org.lucina.subsystem.model;

import org.jboss.as.controller.AbstractRuntimeOnlyHandler;
import org.jboss.as.controller.OperationContext;
import org.jboss.as.controller.OperationDefinition;
import org.jboss.as.controller.OperationFailedException;
import org.jboss.as.controller.SimpleOperationDefinitionBuilder;
import org.jboss.as.controller.descriptions.ResourceDescriptionResolver;
import org.jboss.as.controller.registry.OperationEntry;
import org.jboss.dmr.ModelNode;
import org.jboss.dmr.ModelType;
import org.lucina.spi.endpoint.Endpoint;
import org.lucina.spi.endpoint.EndpointException;
import org.lucina.subsystem.LucinaLogger;
import org.lucina.subsystem.runtime.Instance;

/** {@code check}: whether an endpoint's other side is there and lets this server in. */
final class CheckOperation extends AbstractRuntimeOnlyHandler {
  private final ProvidedInstances<Endpoint> instances;

  CheckOperation(ProvidedInstances<Endpoint> instances) {
    this.instances = instances;
  }

  static OperationDefinition definition(ResourceDescriptionResolver descriptions) {
    return new SimpleOperationDefinitionBuilder("check", descriptions)
        .setReplyType(ModelType.STRING)
        .withFlag(OperationEntry.Flag.READ_ONLY)
        .setRuntimeOnly()
        .build();
  }

  @Override
  protected void executeRuntimeStep(OperationContext context, ModelNode operation)
      throws OperationFailedException {
    String name = context.getCurrentAddressValue();
    Endpoint endpoint =
        instances
            .find(name)
            .flatMap(Instance::value)
            .orElseThrow(() -> LucinaLogger.LOG.notRunning("endpoint", name));
    try {
      context.getResult().set(endpoint.check());
    } catch (EndpointException e) {
      throw LucinaLogger.LOG.endpointFault(name, e.getMessage());
    } catch (RuntimeException | LinkageError e) {
      LucinaLogger.LOG.endpointBroke(name, e);
      throw LucinaLogger.LOG.endpointFault(name, String.valueOf(e));
    }
  }
}
