package org.lucina.subsystem.model;

import org.jboss.as.controller.AbstractWriteAttributeHandler;
import org.jboss.as.controller.OperationContext;
import org.jboss.as.controller.OperationFailedException;
import org.jboss.as.controller.PathAddress;
import org.jboss.as.controller.registry.Resource;
import org.jboss.dmr.ModelNode;
import org.wildfly.subsystem.resource.operation.ResourceOperationRuntimeHandler;

/** Applies a changed attribute by making the resource's services anew, once an operation. */
final class LiveWriteHandler extends AbstractWriteAttributeHandler<Void> {
  private final ResourceOperationRuntimeHandler runtime;

  LiveWriteHandler(ResourceOperationRuntimeHandler runtime) {
    this.runtime = runtime;
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
    if (!value.equals(current)
        && context.markResourceRestarted(context.getCurrentAddress(), runtime)) {
      replace(context, context.readResource(PathAddress.EMPTY_ADDRESS, false));
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
    if (context.revertResourceRestarted(context.getCurrentAddress(), runtime)) {
      replace(context, context.getOriginalRootResource().navigate(context.getCurrentAddress()));
    }
  }

  private void replace(OperationContext context, Resource resource)
      throws OperationFailedException {
    runtime.removeRuntime(context, resource);
    runtime.addRuntime(context, resource);
  }
}
