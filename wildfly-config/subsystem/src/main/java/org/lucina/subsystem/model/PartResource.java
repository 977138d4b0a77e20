package org.lucina.subsystem.model;

import java.util.Collection;
import org.jboss.as.controller.AttributeDefinition;
import org.jboss.as.controller.SimpleResourceDefinition;
import org.jboss.as.controller.capability.RuntimeCapability;
import org.jboss.as.controller.registry.ManagementResourceRegistration;
import org.jboss.as.controller.registry.OperationEntry;

/** A configured part of a resource: its every change takes effect at once on the whole. */
class PartResource extends SimpleResourceDefinition {
  private final Collection<? extends AttributeDefinition> attributes;
  private final LiveServices services;

  private PartResource(Parameters parameters, Child child, LiveServices services) {
    super(
        parameters
            .setAddHandler(new PartAddHandler(services))
            .setRemoveHandler(new PartRemoveHandler(services))
            .setAddRestartLevel(OperationEntry.Flag.RESTART_NONE)
            .setRemoveRestartLevel(OperationEntry.Flag.RESTART_NONE));
    this.attributes = child.attributes();
    this.services = services;
  }

  /** One among others in any order; its services are those of the whole. */
  static PartResource of(Child child, RuntimeCapability<?> capability, LiveServices services) {
    return new PartResource(parameters(child, capability), child, services);
  }

  /** One that has its place before and after others. */
  static PartResource ordered(Child child, RuntimeCapability<?> capability, LiveServices services) {
    return new PartResource(parameters(child, capability).setOrderedChild(), child, services);
  }

  private static Parameters parameters(Child child, RuntimeCapability<?> capability) {
    return new Parameters(child.path(), Descriptions.of(child.path())).setCapabilities(capability);
  }

  @Override
  public void registerAttributes(ManagementResourceRegistration registration) {
    LiveWriteHandler writer = new LiveWriteHandler(services);
    attributes.forEach(
        attribute -> registration.registerReadWriteAttribute(attribute, null, writer));
  }
}
