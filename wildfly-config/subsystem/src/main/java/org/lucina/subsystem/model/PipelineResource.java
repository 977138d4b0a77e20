package org.lucina.subsystem.model;

import java.util.List;
import org.jboss.as.controller.PathElement;
import org.jboss.as.controller.SimpleAttributeDefinition;
import org.jboss.as.controller.capability.RuntimeCapability;
import org.jboss.as.controller.client.helpers.MeasurementUnit;
import org.jboss.as.controller.registry.ManagementResourceRegistration;
import org.jboss.dmr.ModelNode;
import org.lucina.subsystem.runtime.Instance;
import org.lucina.subsystem.runtime.ProviderKind;
import org.wildfly.subsystem.resource.capability.CapabilityReferenceAttributeDefinition;
import org.wildfly.subsystem.resource.capability.CapabilityReferenceListAttributeDefinition;

/** {@code pipeline=NAME}: takes events from observers and does its steps with them. */
final class PipelineResource extends LiveResource {
  static final PathElement PATH = PathElement.pathElement("pipeline");

  static final RuntimeCapability<Void> CAPABILITY =
      RuntimeCapability.Builder.of("org.lucina.pipeline", true).build();

  static final SimpleAttributeDefinition ENABLED = Attributes.flag("enabled", false).build();

  static final CapabilityReferenceListAttributeDefinition<Instance<?>> OBSERVERS =
      InstanceReferences.some("observers", CAPABILITY, ProviderKind.OBSERVER);

  static final CapabilityReferenceAttributeDefinition<Instance<?>> SOURCE =
      InstanceReferences.one("source", CAPABILITY, ProviderKind.ENDPOINT);

  static final SimpleAttributeDefinition CONCURRENCY =
      Attributes.number("concurrency", 1, 256, MeasurementUnit.NONE)
          .setDefaultValue(new ModelNode(4))
          .build();

  static final SimpleAttributeDefinition ORDERED = Attributes.flag("ordered", false).build();

  static final SimpleAttributeDefinition RATE_PER_MINUTE =
      Attributes.number("rate-per-minute", 0, 1_000_000, MeasurementUnit.NONE)
          .setDefaultValue(ModelNode.ZERO)
          .build();

  static final SimpleAttributeDefinition WINDOW =
      Attributes.string("window")
          .setRequired(false)
          .setValidator(new DailyWindowValidator())
          .build();

  static final SimpleAttributeDefinition ATTEMPTS =
      Attributes.number("attempts", 1, 1_000, MeasurementUnit.NONE)
          .setDefaultValue(new ModelNode(10))
          .build();

  static final SimpleAttributeDefinition RETRY_DELAY =
      Attributes.number("retry-delay", 1, 86_400_000, MeasurementUnit.MILLISECONDS)
          .setDefaultValue(new ModelNode(10_000))
          .build();

  static final SimpleAttributeDefinition MAX_RETRY_DELAY =
      Attributes.number("max-retry-delay", 1, 604_800_000, MeasurementUnit.MILLISECONDS)
          .setDefaultValue(new ModelNode(3_600_000))
          .build();

  static final Child CHILD =
      new Child(
          PATH,
          List.of(
              ENABLED,
              OBSERVERS,
              SOURCE,
              CONCURRENCY,
              ORDERED,
              RATE_PER_MINUTE,
              WINDOW,
              ATTEMPTS,
              RETRY_DELAY,
              MAX_RETRY_DELAY),
          List.of(StepResource.CHILD));

  private final Running running;
  private final boolean runtimeToo;
  private final LiveServices services;

  private PipelineResource(Running running, boolean runtimeToo, LiveServices services) {
    super(PATH, CHILD.attributes(), CAPABILITY, services);
    this.running = running;
    this.runtimeToo = runtimeToo;
    this.services = services;
  }

  static PipelineResource of(Running running, boolean runtimeToo) {
    return new PipelineResource(
        running, runtimeToo, LiveServices.ofWhole(PATH, new PipelineService(running)));
  }

  @Override
  public void registerAttributes(ManagementResourceRegistration registration) {
    super.registerAttributes(registration);
    if (runtimeToo) {
      PipelineState.register(registration, running);
    }
  }

  @Override
  public void registerOperations(ManagementResourceRegistration registration) {
    super.registerOperations(registration);
    if (runtimeToo) {
      PipelineOperation.register(registration, getResourceDescriptionResolver(), running);
    }
  }

  @Override
  public void registerChildren(ManagementResourceRegistration registration) {
    registration.registerSubModel(StepResource.of(services));
  }
}
