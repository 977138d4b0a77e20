package org.lucina.subsystem.model;

import org.jboss.as.controller.OperationContext;
import org.jboss.as.controller.OperationDefinition;
import org.jboss.as.controller.SimpleOperationDefinitionBuilder;
import org.jboss.as.controller.descriptions.ResourceDescriptionResolver;
import org.jboss.as.controller.registry.OperationEntry;
import org.jboss.dmr.ModelNode;
import org.jboss.dmr.ModelType;
import org.lucina.spi.endpoint.EndpointException;
import org.lucina.spi.observer.ObserverException;

/**
 * {@code check}: whether the other side of an instance is there and lets this server in.
 *
 * @param <T> what is checked
 */
final class CheckOperation<T extends AutoCloseable> extends InstanceOperation<T> {
  private final Check<T> check;

  /** How an instance is checked. */
  interface Check<T> {
    /** One sentence for administrators. */
    String of(T instance) throws EndpointException, ObserverException;
  }

  CheckOperation(ProvidedInstances<T> instances, Check<T> check) {
    super(instances);
    this.check = check;
  }

  static OperationDefinition definition(ResourceDescriptionResolver descriptions) {
    return new SimpleOperationDefinitionBuilder("check", descriptions)
        .setReplyType(ModelType.STRING)
        .withFlag(OperationEntry.Flag.READ_ONLY)
        .setRuntimeOnly()
        .build();
  }

  @Override
  void ask(T instance, OperationContext context, ModelNode operation)
      throws EndpointException, ObserverException {
    context.getResult().set(check.of(instance));
  }
}
