package org.lucina.subsystem.model;

import java.util.List;
import javax.net.ssl.SSLContext;
import org.jboss.as.controller.PathElement;
import org.jboss.as.controller.capability.RuntimeCapability;
import org.jboss.as.controller.registry.AttributeAccess;
import org.jboss.as.controller.services.path.PathManager;
import org.lucina.subsystem.runtime.Instance;
import org.lucina.subsystem.runtime.ProviderKind;
import org.wildfly.subsystem.resource.capability.CapabilityReference;
import org.wildfly.subsystem.resource.capability.CapabilityReferenceAttributeDefinition;

/**
 * A type of resources that providers of a kind make.
 *
 * @param kind of providers
 * @param capability {@code org.lucina.KIND.NAME}
 * @param relativeTo names the path resource that relative PATH properties are resolved against
 * @param secret properties whose values are in credential stores
 * @param sslContext names the TLS context of its connections to others
 */
record ProvidedType(
    ProviderKind kind,
    RuntimeCapability<Void> capability,
    SecretType secret,
    CapabilityReferenceAttributeDefinition<String> relativeTo,
    CapabilityReferenceAttributeDefinition<SSLContext> sslContext) {

  /** The type of resources for a kind of providers. */
  static ProvidedType of(ProviderKind kind) {
    RuntimeCapability<Void> capability =
        RuntimeCapability.Builder.of("org.lucina." + kind.key(), true, Instance.class).build();
    CapabilityReferenceAttributeDefinition<String> relativeTo =
        new CapabilityReferenceAttributeDefinition.Builder<>(
                "relative-to",
                CapabilityReference.builder(capability, PathManager.PATH_SERVICE_DESCRIPTOR)
                    .build())
            .setRequired(false)
            .setFlags(AttributeAccess.Flag.RESTART_NONE)
            .build();
    return new ProvidedType(
        kind, capability, SecretType.of(kind), relativeTo, SslContexts.attribute(capability));
  }

  /** How model and XML know it. */
  Child child() {
    return new Child(
        PathElement.pathElement(kind.key()),
        List.of(ProvidedResource.PROVIDER, relativeTo, sslContext, ProvidedResource.PROPERTIES),
        List.of(secret.child()));
  }
}
