package org.lucina.subsystem.model;

import java.util.List;
import org.jboss.as.controller.PathElement;
import org.jboss.as.controller.SimpleAttributeDefinition;
import org.jboss.as.controller.capability.BinaryCapabilityNameResolver;
import org.jboss.as.controller.capability.RuntimeCapability;
import org.jboss.as.controller.operations.validation.StringLengthValidator;
import org.jboss.as.controller.registry.AttributeAccess;
import org.lucina.subsystem.runtime.ProviderKind;
import org.wildfly.security.credential.store.CredentialStore;
import org.wildfly.service.descriptor.UnaryServiceDescriptor;
import org.wildfly.subsystem.resource.capability.CapabilityReference;
import org.wildfly.subsystem.resource.capability.CapabilityReferenceAttributeDefinition;

/**
 * The type of resources {@code secret=PROPERTY} below those that providers of a kind make: the
 * property's value is in a credential store.
 *
 * @param capability {@code org.lucina.KIND-secret.NAME.PROPERTY}
 * @param store names the credential store
 */
record SecretType(
    RuntimeCapability<Void> capability,
    CapabilityReferenceAttributeDefinition<CredentialStore> store) {
  static final PathElement PATH = PathElement.pathElement("secret");

  static final UnaryServiceDescriptor<CredentialStore> STORES =
      UnaryServiceDescriptor.of("org.wildfly.security.credential-store", CredentialStore.class);

  static final SimpleAttributeDefinition ALIAS =
      Attributes.string("alias").setValidator(new StringLengthValidator(1, false, true)).build();

  static SecretType of(ProviderKind kind) {
    RuntimeCapability<Void> capability =
        RuntimeCapability.Builder.of("org.lucina." + kind.key() + "-secret", true)
            .setDynamicNameMapper(BinaryCapabilityNameResolver.PARENT_CHILD)
            .build();
    return new SecretType(
        capability,
        new CapabilityReferenceAttributeDefinition.Builder<>(
                "store", CapabilityReference.builder(capability, STORES).build())
            .setFlags(AttributeAccess.Flag.RESTART_NONE)
            .build());
  }

  /** How model and XML know it. */
  Child child() {
    return new Child(PATH, List.of(store, ALIAS));
  }
}
