package org.lucina.subsystem.model;

import org.jboss.as.controller.AbstractAddStepHandler;
import org.jboss.as.controller.OperationContext;
import org.jboss.as.controller.OperationFailedException;
import org.jboss.as.controller.registry.Resource;
import org.jboss.dmr.ModelNode;

/** Adds a resource and its services. */
class LiveAddHandler extends AbstractAddStepHandler {
  private final LiveServices services;

  LiveAddHandler(LiveServices services) {
    this.services = services;
  }

  @Override
  protected void performRuntime(OperationContext context, ModelNode operation, Resource resource)
      throws OperationFailedException {
    services.install(context);
  }

  @Override
  protected void rollbackRuntime(OperationContext context, ModelNode operation, Resource resource) {
    services.remove(context);
  }
}
