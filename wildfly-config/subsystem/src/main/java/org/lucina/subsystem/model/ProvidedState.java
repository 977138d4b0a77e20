package org.lucina.subsystem.model;

import java.util.Locale;
import java.util.function.Function;
import org.jboss.as.controller.AbstractRuntimeOnlyHandler;
import org.jboss.as.controller.OperationContext;
import org.jboss.as.controller.OperationFailedException;
import org.jboss.as.controller.SimpleAttributeDefinition;
import org.jboss.as.controller.SimpleOperationDefinitionBuilder;
import org.jboss.as.controller.descriptions.ResourceDescriptionResolver;
import org.jboss.as.controller.registry.ManagementResourceRegistration;
import org.jboss.dmr.ModelNode;
import org.jboss.dmr.ModelType;
import org.lucina.subsystem.LucinaLogger;
import org.lucina.subsystem.runtime.Instance;

/** Attributes that tell how a provider's instance is doing, and the operation that restarts it. */
final class ProvidedState {
  private static final SimpleAttributeDefinition STATE =
      Attributes.told("state", ModelType.STRING).build();
  private static final SimpleAttributeDefinition LAST_ERROR =
      Attributes.told("last-error", ModelType.STRING).build();

  private ProvidedState() {}

  static <T extends AutoCloseable> void registerAttributes(
      ManagementResourceRegistration registration, ProvidedInstances<T> instances) {
    registration.registerReadOnlyAttribute(
        STATE,
        reader(instances, made -> new ModelNode(made.state().name().toLowerCase(Locale.ROOT))));
    registration.registerReadOnlyAttribute(
        LAST_ERROR,
        reader(instances, made -> made.error().map(ModelNode::new).orElseGet(ModelNode::new)));
  }

  static <T extends AutoCloseable> void registerOperations(
      ManagementResourceRegistration registration,
      ResourceDescriptionResolver descriptions,
      ProvidedInstances<T> instances) {
    registration.registerOperationHandler(
        new SimpleOperationDefinitionBuilder("restart", descriptions).setRuntimeOnly().build(),
        new AbstractRuntimeOnlyHandler() {
          @Override
          protected void executeRuntimeStep(OperationContext context, ModelNode operation)
              throws OperationFailedException {
            String name = context.getCurrentAddressValue();
            String kind = context.getCurrentAddress().getLastElement().getKey();
            instances
                .find(name)
                .orElseThrow(() -> LucinaLogger.LOG.notRunning(kind, name))
                .restart();
          }
        });
  }

  private static <T extends AutoCloseable> RuntimeReader reader(
      ProvidedInstances<T> instances, Function<Instance<T>, ModelNode> read) {
    return new RuntimeReader(name -> instances.find(name).map(read).orElseGet(ModelNode::new));
  }
}
