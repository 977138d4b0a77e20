package org.lucina.subsystem.model;

import java.util.Collection;
import org.jboss.as.controller.AttributeDefinition;
import org.jboss.as.controller.PathElement;
import org.jboss.as.controller.SimpleResourceDefinition;
import org.jboss.as.controller.capability.RuntimeCapability;
import org.jboss.as.controller.registry.ManagementResourceRegistration;
import org.jboss.as.controller.registry.OperationEntry;
import org.wildfly.subsystem.resource.operation.ResourceOperationRuntimeHandler;

/**
 * A configured resource whose every change takes effect at once.
 *
 * <p>WildFly's own handlers restart services at run time only for clients that send the header
 * {@code allow-resource-service-restart}, which the console does not.
 */
abstract class LiveResource extends SimpleResourceDefinition {
  private final Collection<? extends AttributeDefinition> attributes;
  private final ResourceOperationRuntimeHandler runtime;

  LiveResource(
      PathElement path,
      Collection<? extends AttributeDefinition> attributes,
      RuntimeCapability<?> capability,
      ResourceOperationRuntimeHandler runtime) {
    super(
        new Parameters(path, Descriptions.of(path))
            .setAddHandler(new LiveAddHandler(runtime))
            .setRemoveHandler(new LiveRemoveHandler(runtime))
            .setAddRestartLevel(OperationEntry.Flag.RESTART_NONE)
            .setRemoveRestartLevel(OperationEntry.Flag.RESTART_NONE)
            .setCapabilities(capability));
    this.attributes = attributes;
    this.runtime = runtime;
  }

  @Override
  public void registerAttributes(ManagementResourceRegistration registration) {
    LiveWriteHandler writer = new LiveWriteHandler(runtime);
    attributes.forEach(
        attribute -> registration.registerReadWriteAttribute(attribute, null, writer));
  }
}
