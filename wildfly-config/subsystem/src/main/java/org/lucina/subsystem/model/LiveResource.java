package org.lucina.subsystem.model;

import java.util.Collection;
import org.jboss.as.controller.AttributeDefinition;
import org.jboss.as.controller.PathElement;
import org.jboss.as.controller.SimpleResourceDefinition;
import org.jboss.as.controller.capability.RuntimeCapability;
import org.jboss.as.controller.registry.ManagementResourceRegistration;
import org.jboss.as.controller.registry.OperationEntry;

/**
 * A configured resource whose every change takes effect at once.
 *
 * <p>WildFly's own handlers restart services at run time only for clients that send the header
 * {@code allow-resource-service-restart}, which the console does not.
 */
abstract class LiveResource extends SimpleResourceDefinition {
  private final Collection<? extends AttributeDefinition> attributes;
  private final LiveServices services;

  LiveResource(
      PathElement path,
      Collection<? extends AttributeDefinition> attributes,
      RuntimeCapability<?> capability,
      LiveServices services) {
    super(
        new Parameters(path, Descriptions.of(path))
            .setAddHandler(new LiveAddHandler(services))
            .setRemoveHandler(new LiveRemoveHandler(services))
            .setAddRestartLevel(OperationEntry.Flag.RESTART_NONE)
            .setRemoveRestartLevel(OperationEntry.Flag.RESTART_NONE)
            .setCapabilities(capability));
    this.attributes = attributes;
    this.services = services;
  }

  @Override
  public void registerAttributes(ManagementResourceRegistration registration) {
    LiveWriteHandler writer = new LiveWriteHandler(services);
    attributes.forEach(
        attribute -> registration.registerReadWriteAttribute(attribute, null, writer));
  }
}
