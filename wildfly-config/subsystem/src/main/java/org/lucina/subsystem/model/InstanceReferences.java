package org.lucina.subsystem.model;

import org.jboss.as.controller.AttributeMarshaller;
import org.jboss.as.controller.AttributeParser;
import org.jboss.as.controller.capability.RuntimeCapability;
import org.jboss.as.controller.registry.AttributeAccess;
import org.lucina.subsystem.runtime.Instance;
import org.lucina.subsystem.runtime.ProviderKind;
import org.wildfly.service.descriptor.UnaryServiceDescriptor;
import org.wildfly.subsystem.resource.capability.CapabilityReference;
import org.wildfly.subsystem.resource.capability.CapabilityReferenceAttributeDefinition;
import org.wildfly.subsystem.resource.capability.CapabilityReferenceListAttributeDefinition;

/** Attributes that name resources made by providers, which cannot be removed meanwhile. */
final class InstanceReferences {
  private InstanceReferences() {}

  /** Names one or none. */
  static CapabilityReferenceAttributeDefinition<Instance<?>> one(
      String attribute, RuntimeCapability<Void> dependent, ProviderKind kind) {
    return new CapabilityReferenceAttributeDefinition.Builder<>(
            attribute, reference(dependent, kind))
        .setRequired(false)
        .setFlags(AttributeAccess.Flag.RESTART_NONE)
        .build();
  }

  /** Names some. */
  static CapabilityReferenceListAttributeDefinition<Instance<?>> some(
      String attribute, RuntimeCapability<Void> dependent, ProviderKind kind) {
    return new CapabilityReferenceListAttributeDefinition.Builder<>(
            attribute, reference(dependent, kind))
        .setMinSize(1)
        .setAttributeParser(AttributeParser.COMMA_DELIMITED_STRING_LIST)
        .setAttributeMarshaller(AttributeMarshaller.COMMA_STRING_LIST)
        .setFlags(AttributeAccess.Flag.RESTART_NONE)
        .build();
  }

  @SuppressWarnings("unchecked")
  private static CapabilityReference<Instance<?>> reference(
      RuntimeCapability<Void> dependent, ProviderKind kind) {
    Class<Instance<?>> type = (Class<Instance<?>>) (Class<?>) Instance.class;
    return CapabilityReference.builder(
            dependent, UnaryServiceDescriptor.of("org.lucina." + kind.key(), type))
        .build();
  }
}
