package org.lucina.subsystem.model;

import org.jboss.as.controller.OperationContext;
import org.jboss.as.controller.OperationDefinition;
import org.jboss.as.controller.SimpleOperationDefinitionBuilder;
import org.jboss.as.controller.descriptions.ResourceDescriptionResolver;
import org.jboss.as.controller.registry.OperationEntry;
import org.jboss.dmr.ModelNode;
import org.jboss.dmr.ModelType;
import org.lucina.spi.endpoint.Endpoint;
import org.lucina.spi.endpoint.EndpointException;

/** {@code check}: whether an endpoint's other side is there and lets this server in. */
final class CheckOperation extends EndpointOperation {
  CheckOperation(ProvidedInstances<Endpoint> instances) {
    super(instances);
  }

  static OperationDefinition definition(ResourceDescriptionResolver descriptions) {
    return new SimpleOperationDefinitionBuilder("check", descriptions)
        .setReplyType(ModelType.STRING)
        .withFlag(OperationEntry.Flag.READ_ONLY)
        .setRuntimeOnly()
        .build();
  }

  @Override
  void ask(Endpoint endpoint, OperationContext context, ModelNode operation)
      throws EndpointException {
    context.getResult().set(endpoint.check());
  }
}
