package org.lucina.subsystem.model;

import org.jboss.as.controller.AbstractAddStepHandler;
import org.jboss.as.controller.OperationContext;
import org.jboss.as.controller.OperationFailedException;
import org.jboss.as.controller.registry.Resource;
import org.jboss.dmr.ModelNode;
import org.wildfly.subsystem.resource.operation.ResourceOperationRuntimeHandler;

/** Adds a resource and its services. */
class LiveAddHandler extends AbstractAddStepHandler {
  private final ResourceOperationRuntimeHandler runtime;

  LiveAddHandler(ResourceOperationRuntimeHandler runtime) {
    this.runtime = runtime;
  }

  @Override
  protected void performRuntime(OperationContext context, ModelNode operation, Resource resource)
      throws OperationFailedException {
    runtime.addRuntime(context, resource);
  }

  @Override
  protected void rollbackRuntime(OperationContext context, ModelNode operation, Resource resource) {
    try {
      runtime.removeRuntime(context, resource);
    } catch (OperationFailedException e) {
      throw new IllegalStateException(e);
    }
  }
}
