package org.lucina.subsystem.model;

import org.jboss.as.controller.AbstractWriteAttributeHandler;
import org.jboss.as.controller.OperationContext;
import org.jboss.as.controller.OperationFailedException;
import org.jboss.dmr.ModelNode;

/** Applies a changed attribute by making the resource's services anew, once an operation. */
final class LiveWriteHandler extends AbstractWriteAttributeHandler<Void> {
  private final LiveServices services;

  LiveWriteHandler(LiveServices services) {
    this.services = services;
  }

  @Override
  protected boolean applyUpdateToRuntime(
      OperationContext context,
      ModelNode operation,
      String attribute,
      ModelNode value,
      ModelNode current,
      HandbackHolder<Void> handback)
      throws OperationFailedException {
    if (!value.equals(current)) {
      services.change(context);
    }
    return false;
  }

  @Override
  protected void revertUpdateToRuntime(
      OperationContext context,
      ModelNode operation,
      String attribute,
      ModelNode valueToRestore,
      ModelNode valueToRevert,
      Void handback)
      throws OperationFailedException {
    services.revert(context);
  }
}
