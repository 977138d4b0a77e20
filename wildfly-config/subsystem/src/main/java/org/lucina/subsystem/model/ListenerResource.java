package org.lucina.subsystem.model;

import java.util.List;
import javax.net.ssl.SSLContext;
import org.jboss.as.controller.AttributeDefinition;
import org.jboss.as.controller.AttributeMarshaller;
import org.jboss.as.controller.AttributeParser;
import org.jboss.as.controller.PathElement;
import org.jboss.as.controller.SimpleAttributeDefinition;
import org.jboss.as.controller.StringListAttributeDefinition;
import org.jboss.as.controller.capability.RuntimeCapability;
import org.jboss.as.controller.client.helpers.MeasurementUnit;
import org.jboss.as.controller.registry.AttributeAccess;
import org.jboss.as.controller.registry.ManagementResourceRegistration;
import org.jboss.as.network.SocketBinding;
import org.jboss.dmr.ModelNode;
import org.lucina.subsystem.runtime.ListenerSpec;
import org.wildfly.subsystem.resource.capability.CapabilityReference;
import org.wildfly.subsystem.resource.capability.CapabilityReferenceAttributeDefinition;

/** {@code dicom-listener=NAME}: a port on which associations are accepted. */
final class ListenerResource extends LiveResource {
  static final PathElement PATH = PathElement.pathElement("dicom-listener");

  static final RuntimeCapability<Void> CAPABILITY =
      RuntimeCapability.Builder.of("org.lucina.dicom-listener", true, ListenerSpec.class).build();

  static final CapabilityReferenceAttributeDefinition<SocketBinding> SOCKET_BINDING =
      new CapabilityReferenceAttributeDefinition.Builder<>(
              "socket-binding",
              CapabilityReference.builder(CAPABILITY, SocketBinding.SERVICE_DESCRIPTOR).build())
          .setFlags(AttributeAccess.Flag.RESTART_NONE)
          .build();

  static final StringListAttributeDefinition AE_TITLES =
      new StringListAttributeDefinition.Builder("ae-titles")
          .setRequired(false)
          .setAllowExpression(true)
          .setElementValidator(new AeTitleValidator())
          .setAttributeParser(AttributeParser.COMMA_DELIMITED_STRING_LIST)
          .setAttributeMarshaller(AttributeMarshaller.COMMA_STRING_LIST)
          .setFlags(AttributeAccess.Flag.RESTART_NONE)
          .build();

  static final CapabilityReferenceAttributeDefinition<SSLContext> SSL_CONTEXT =
      SslContexts.attribute(CAPABILITY);

  static final SimpleAttributeDefinition REQUIRE_CLIENT_CERTIFICATE =
      Attributes.flag("require-client-certificate", false).setRequires("ssl-context").build();

  static final SimpleAttributeDefinition MAX_ASSOCIATIONS =
      Attributes.number("max-associations", 1, 10_000, MeasurementUnit.NONE)
          .setDefaultValue(new ModelNode(100))
          .build();

  static final SimpleAttributeDefinition MAX_ASSOCIATIONS_PER_AE =
      Attributes.number("max-associations-per-ae", 1, 10_000, MeasurementUnit.NONE)
          .setDefaultValue(new ModelNode(50))
          .build();

  static final SimpleAttributeDefinition MAX_PDU_LENGTH =
      Attributes.number("max-pdu-length", 4096, 1 << 20, MeasurementUnit.BYTES)
          .setDefaultValue(new ModelNode(128 << 10))
          .build();

  static final SimpleAttributeDefinition REQUEST_TIMEOUT =
      Attributes.number("request-timeout", 1, 3600, MeasurementUnit.SECONDS)
          .setDefaultValue(new ModelNode(30))
          .build();

  static final SimpleAttributeDefinition IDLE_TIMEOUT =
      Attributes.number("idle-timeout", 1, 86_400, MeasurementUnit.SECONDS)
          .setDefaultValue(new ModelNode(120))
          .build();

  static final SimpleAttributeDefinition MAX_OPERATIONS =
      Attributes.number("max-operations", 1, 64, MeasurementUnit.NONE)
          .setDefaultValue(new ModelNode(8))
          .build();

  static final Child CHILD =
      new Child(
          PATH,
          List.<AttributeDefinition>of(
              SOCKET_BINDING,
              AE_TITLES,
              SSL_CONTEXT,
              REQUIRE_CLIENT_CERTIFICATE,
              MAX_ASSOCIATIONS,
              MAX_ASSOCIATIONS_PER_AE,
              MAX_PDU_LENGTH,
              REQUEST_TIMEOUT,
              IDLE_TIMEOUT,
              MAX_OPERATIONS));

  private final Running running;
  private final boolean runtimeToo;

  ListenerResource(Running running, boolean runtimeToo) {
    super(PATH, CHILD.attributes(), CAPABILITY, LiveServices.of(PATH, new ListenerService()));
    this.running = running;
    this.runtimeToo = runtimeToo;
  }

  @Override
  public void registerAttributes(ManagementResourceRegistration registration) {
    super.registerAttributes(registration);
    if (runtimeToo) {
      ListenerState.register(registration, running);
    }
  }
}
