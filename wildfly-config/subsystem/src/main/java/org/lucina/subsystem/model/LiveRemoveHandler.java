package org.lucina.subsystem.model;

import org.jboss.as.controller.AbstractRemoveStepHandler;
import org.jboss.as.controller.OperationContext;
import org.jboss.as.controller.OperationFailedException;
import org.jboss.dmr.ModelNode;
import org.wildfly.subsystem.resource.operation.ResourceOperationRuntimeHandler;

/** Removes a resource and its services. */
final class LiveRemoveHandler extends AbstractRemoveStepHandler {
  private final ResourceOperationRuntimeHandler runtime;

  LiveRemoveHandler(ResourceOperationRuntimeHandler runtime) {
    this.runtime = runtime;
  }

  @Override
  protected void performRuntime(OperationContext context, ModelNode operation, ModelNode model)
      throws OperationFailedException {
    runtime.removeRuntime(context, model);
  }

  @Override
  protected void recoverServices(OperationContext context, ModelNode operation, ModelNode model)
      throws OperationFailedException {
    runtime.addRuntime(context, model);
  }
}
