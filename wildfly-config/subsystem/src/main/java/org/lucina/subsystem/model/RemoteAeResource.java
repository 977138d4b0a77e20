package org.lucina.subsystem.model;

import java.util.List;
import javax.net.ssl.SSLContext;
import org.jboss.as.controller.AttributeDefinition;
import org.jboss.as.controller.PathElement;
import org.jboss.as.controller.SimpleAttributeDefinition;
import org.jboss.as.controller.capability.RuntimeCapability;
import org.jboss.as.controller.client.helpers.MeasurementUnit;
import org.jboss.as.controller.operations.validation.StringLengthValidator;
import org.jboss.as.controller.registry.ManagementResourceRegistration;
import org.jboss.dmr.ModelNode;
import org.lucina.spi.server.RemoteAe;
import org.wildfly.subsystem.resource.capability.CapabilityReferenceAttributeDefinition;

/** {@code remote-ae=NAME}: an application entity of another host. */
final class RemoteAeResource extends LiveResource {
  static final PathElement PATH = PathElement.pathElement("remote-ae");

  static final RuntimeCapability<Void> CAPABILITY =
      RuntimeCapability.Builder.of("org.lucina.remote-ae", true, RemoteAe.class).build();

  static final SimpleAttributeDefinition AE_TITLE = Attributes.aeTitle("ae-title").build();

  static final SimpleAttributeDefinition HOST =
      Attributes.string("host")
          .setValidator(new StringLengthValidator(1, 255, false, true))
          .build();

  static final SimpleAttributeDefinition PORT =
      Attributes.number("port", 1, 65_535, MeasurementUnit.NONE)
          .setDefaultValue(new ModelNode(104))
          .build();

  static final CapabilityReferenceAttributeDefinition<SSLContext> SSL_CONTEXT =
      SslContexts.attribute(CAPABILITY);

  static final SimpleAttributeDefinition MAY_STORE = Attributes.flag("may-store", true).build();

  static final SimpleAttributeDefinition MAY_QUERY = Attributes.flag("may-query", true).build();

  static final SimpleAttributeDefinition MAY_RETRIEVE =
      Attributes.flag("may-retrieve", true).build();

  static final SimpleAttributeDefinition CHECK_ADDRESS =
      Attributes.flag("check-address", true).build();

  static final SimpleAttributeDefinition MAX_ASSOCIATIONS =
      Attributes.number("max-associations", 1, 10_000, MeasurementUnit.NONE).build();

  static final Child CHILD =
      new Child(
          PATH,
          List.<AttributeDefinition>of(
              AE_TITLE,
              HOST,
              PORT,
              SSL_CONTEXT,
              MAY_STORE,
              MAY_QUERY,
              MAY_RETRIEVE,
              CHECK_ADDRESS,
              MAX_ASSOCIATIONS));

  private final Running running;
  private final boolean runtimeToo;

  RemoteAeResource(Running running, boolean runtimeToo) {
    super(PATH, CHILD.attributes(), CAPABILITY, LiveServices.of(PATH, new RemoteAeService()));
    this.running = running;
    this.runtimeToo = runtimeToo;
  }

  @Override
  public void registerOperations(ManagementResourceRegistration registration) {
    super.registerOperations(registration);
    if (runtimeToo) {
      registration.registerOperationHandler(
          EchoOperation.definition(getResourceDescriptionResolver()), new EchoOperation(running));
    }
  }
}
