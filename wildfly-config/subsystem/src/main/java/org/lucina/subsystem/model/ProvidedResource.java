package org.lucina.subsystem.model;

import java.util.List;
import org.jboss.as.controller.AttributeDefinition;
import org.jboss.as.controller.PathElement;
import org.jboss.as.controller.PropertiesAttributeDefinition;
import org.jboss.as.controller.SimpleAttributeDefinition;
import org.jboss.as.controller.capability.RuntimeCapability;
import org.jboss.as.controller.operations.validation.StringLengthValidator;
import org.jboss.as.controller.registry.AttributeAccess;
import org.jboss.as.controller.registry.ManagementResourceRegistration;
import org.lucina.subsystem.runtime.ProviderKind;

/** A resource that a plugin's provider makes from properties, such as {@code storage=NAME}. */
class ProvidedResource<T extends AutoCloseable> extends LiveResource {
  static final SimpleAttributeDefinition PROVIDER =
      Attributes.string("provider")
          .setValidator(new StringLengthValidator(1, 100, false, true))
          .build();

  static final PropertiesAttributeDefinition PROPERTIES =
      new PropertiesAttributeDefinition.Builder("properties", true)
          .setAllowExpression(true)
          .setFlags(AttributeAccess.Flag.RESTART_NONE)
          .build();

  private static final List<AttributeDefinition> ATTRIBUTES = List.of(PROVIDER, PROPERTIES);

  private final ProvidedInstances<T> instances;
  private final boolean runtimeToo;

  ProvidedResource(
      ProviderKind kind,
      RuntimeCapability<Void> capability,
      ProvidedInstances<T> instances,
      boolean runtimeToo) {
    super(
        child(kind).path(),
        ATTRIBUTES,
        capability,
        new LiveServices(new ProvidedService<>(kind, capability, instances)));
    this.instances = instances;
    this.runtimeToo = runtimeToo;
  }

  /** How model and XML know resources of a kind. */
  static Child child(ProviderKind kind) {
    return new Child(PathElement.pathElement(kind.key()), ATTRIBUTES);
  }

  @Override
  public void registerAttributes(ManagementResourceRegistration registration) {
    super.registerAttributes(registration);
    if (runtimeToo) {
      ProvidedState.registerAttributes(registration, instances);
    }
  }

  @Override
  public void registerOperations(ManagementResourceRegistration registration) {
    super.registerOperations(registration);
    if (runtimeToo) {
      ProvidedState.registerOperations(registration, getResourceDescriptionResolver(), instances);
    }
  }
}
