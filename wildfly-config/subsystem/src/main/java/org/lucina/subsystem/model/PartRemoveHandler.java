package org.lucina.subsystem.model;

import org.jboss.as.controller.AbstractRemoveStepHandler;
import org.jboss.as.controller.OperationContext;
import org.jboss.as.controller.OperationFailedException;
import org.jboss.dmr.ModelNode;

/** Removes a part of a resource, whose services are made anew without it. */
final class PartRemoveHandler extends AbstractRemoveStepHandler {
  private final LiveServices services;

  PartRemoveHandler(LiveServices services) {
    this.services = services;
  }

  @Override
  protected void performRuntime(OperationContext context, ModelNode operation, ModelNode model)
      throws OperationFailedException {
    services.change(context);
  }

  @Override
  protected void recoverServices(OperationContext context, ModelNode operation, ModelNode model)
      throws OperationFailedException {
    services.revert(context);
  }
}
