package org.lucina.subsystem.model;

import org.jboss.as.controller.AbstractAddStepHandler;
import org.jboss.as.controller.OperationContext;
import org.jboss.as.controller.OperationFailedException;
import org.jboss.as.controller.registry.Resource;
import org.jboss.dmr.ModelNode;
import org.lucina.subsystem.LucinaLogger;

/** Adds a part of a resource, whose services are made anew with it. */
final class PartAddHandler extends AbstractAddStepHandler {
  private final LiveServices services;

  PartAddHandler(LiveServices services) {
    this.services = services;
  }

  @Override
  protected void performRuntime(OperationContext context, ModelNode operation, Resource resource)
      throws OperationFailedException {
    services.change(context);
  }

  @Override
  protected void rollbackRuntime(OperationContext context, ModelNode operation, Resource resource) {
    try {
      services.revert(context);
    } catch (OperationFailedException e) {
      LucinaLogger.LOG.notRestored(context.getCurrentAddress().toCLIStyleString(), e);
    }
  }
}
