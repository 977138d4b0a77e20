package org.lucina.subsystem.model;

import java.util.function.Function;
import org.jboss.as.controller.AbstractRuntimeOnlyHandler;
import org.jboss.as.controller.OperationContext;
import org.jboss.dmr.ModelNode;

/** Answers a runtime attribute from the resource's name. */
final class RuntimeReader extends AbstractRuntimeOnlyHandler {
  private final Function<String, ModelNode> read;

  RuntimeReader(Function<String, ModelNode> read) {
    this.read = read;
  }

  @Override
  protected void executeRuntimeStep(OperationContext context, ModelNode operation) {
    context.getResult().set(read.apply(context.getCurrentAddressValue()));
  }
}
