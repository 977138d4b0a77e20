package org.lucina.subsystem.model;

import javax.net.ssl.SSLContext;
import org.jboss.as.controller.capability.RuntimeCapability;
import org.jboss.as.controller.registry.AttributeAccess;
import org.wildfly.service.descriptor.UnaryServiceDescriptor;
import org.wildfly.subsystem.resource.capability.CapabilityReference;
import org.wildfly.subsystem.resource.capability.CapabilityReferenceAttributeDefinition;

/** References to Elytron's TLS contexts. */
final class SslContexts {
  private static final UnaryServiceDescriptor<SSLContext> SERVICE =
      UnaryServiceDescriptor.of("org.wildfly.security.ssl-context", SSLContext.class);

  private SslContexts() {}

  static CapabilityReferenceAttributeDefinition<SSLContext> attribute(
      RuntimeCapability<Void> dependent) {
    return new CapabilityReferenceAttributeDefinition.Builder<>(
            "ssl-context", CapabilityReference.builder(dependent, SERVICE).build())
        .setRequired(false)
        .setFlags(AttributeAccess.Flag.RESTART_NONE)
        .build();
  }
}
