package org.lucina.subsystem.model;

import org.jboss.as.controller.AbstractRemoveStepHandler;
import org.jboss.as.controller.OperationContext;
import org.jboss.as.controller.OperationFailedException;
import org.jboss.dmr.ModelNode;

/** Removes a resource and its services. */
final class LiveRemoveHandler extends AbstractRemoveStepHandler {
  private final LiveServices services;

  LiveRemoveHandler(LiveServices services) {
    this.services = services;
  }

  @Override
  protected void performRuntime(OperationContext context, ModelNode operation, ModelNode model) {
    services.remove(context);
  }

  @Override
  protected void recoverServices(OperationContext context, ModelNode operation, ModelNode model)
      throws OperationFailedException {
    services.restore(context);
  }
}
