package org.lucina.subsystem.model;

import org.jboss.as.controller.PropertiesAttributeDefinition;
import org.jboss.as.controller.SimpleAttributeDefinition;
import org.jboss.as.controller.access.management.SensitiveTargetAccessConstraintDefinition;
import org.jboss.as.controller.operations.validation.StringLengthValidator;
import org.jboss.as.controller.registry.AttributeAccess;
import org.jboss.as.controller.registry.ManagementResourceRegistration;

/** A resource that a plugin's provider makes from properties, such as {@code storage=NAME}. */
class ProvidedResource<T extends AutoCloseable> extends LiveResource {
  static final SimpleAttributeDefinition PROVIDER =
      Attributes.string("provider")
          .setValidator(new StringLengthValidator(1, 100, false, true))
          .build();

  static final PropertiesAttributeDefinition PROPERTIES =
      new PropertiesAttributeDefinition.Builder("properties", true)
          .setAllowExpression(true)
          .addAccessConstraint(SensitiveTargetAccessConstraintDefinition.CREDENTIAL)
          .setFlags(AttributeAccess.Flag.RESTART_NONE)
          .build();

  private final ProvidedType type;
  private final LiveServices services;
  private final ProvidedInstances<T> instances;
  private final boolean runtimeToo;

  ProvidedResource(ProvidedType type, ProvidedInstances<T> instances, boolean runtimeToo) {
    this(
        type,
        instances,
        runtimeToo,
        LiveServices.ofWhole(type.child().path(), new ProvidedService<>(type, instances)));
  }

  private ProvidedResource(
      ProvidedType type,
      ProvidedInstances<T> instances,
      boolean runtimeToo,
      LiveServices services) {
    super(type.child().path(), type.child().attributes(), type.capability(), services);
    this.type = type;
    this.services = services;
    this.instances = instances;
    this.runtimeToo = runtimeToo;
  }

  /** Those of all resources of the type. */
  final ProvidedInstances<T> instances() {
    return instances;
  }

  /** Whether this process runs the subsystem, so that there is a state to tell. */
  final boolean runtimeToo() {
    return runtimeToo;
  }

  @Override
  public void registerAttributes(ManagementResourceRegistration registration) {
    super.registerAttributes(registration);
    if (runtimeToo) {
      ProvidedState.registerAttributes(registration, instances);
    }
  }

  @Override
  public void registerChildren(ManagementResourceRegistration registration) {
    registration.registerSubModel(
        PartResource.of(type.secret().child(), type.secret().capability(), services));
  }

  @Override
  public void registerOperations(ManagementResourceRegistration registration) {
    super.registerOperations(registration);
    if (runtimeToo) {
      ProvidedState.registerOperations(registration, getResourceDescriptionResolver(), instances);
    }
  }
}
