package org.lucina.subsystem.model;

import java.util.Arrays;
import java.util.List;
import org.jboss.as.controller.PathElement;
import org.jboss.as.controller.PropertiesAttributeDefinition;
import org.jboss.as.controller.SimpleAttributeDefinition;
import org.jboss.as.controller.capability.BinaryCapabilityNameResolver;
import org.jboss.as.controller.capability.RuntimeCapability;
import org.jboss.as.controller.operations.validation.StringAllowedValuesValidator;
import org.jboss.as.controller.registry.AttributeAccess;
import org.lucina.spi.pipeline.StepType;
import org.lucina.subsystem.runtime.Instance;
import org.lucina.subsystem.runtime.ProviderKind;
import org.wildfly.subsystem.resource.capability.CapabilityReferenceAttributeDefinition;

/** {@code step=NAME} of a pipeline: what is done with each event, in the order of the steps. */
final class StepResource {
  static final PathElement PATH = PathElement.pathElement("step");

  static final RuntimeCapability<Void> CAPABILITY =
      RuntimeCapability.Builder.of("org.lucina.pipeline-step", true)
          .setDynamicNameMapper(BinaryCapabilityNameResolver.PARENT_CHILD)
          .build();

  static final SimpleAttributeDefinition TYPE =
      Attributes.string("type")
          .setValidator(
              new StringAllowedValuesValidator(
                  Arrays.stream(StepType.values()).map(StepType::key).toArray(String[]::new)))
          .build();

  static final CapabilityReferenceAttributeDefinition<Instance<?>> ENDPOINT =
      InstanceReferences.one("endpoint", CAPABILITY, ProviderKind.ENDPOINT);

  static final CapabilityReferenceAttributeDefinition<Instance<?>> ANONYMIZER =
      InstanceReferences.one("anonymizer", CAPABILITY, ProviderKind.ANONYMIZER);

  static final PropertiesAttributeDefinition PROPERTIES =
      new PropertiesAttributeDefinition.Builder("properties", true)
          .setAllowExpression(true)
          .setFlags(AttributeAccess.Flag.RESTART_NONE)
          .build();

  static final Child CHILD = new Child(PATH, List.of(TYPE, ENDPOINT, ANONYMIZER, PROPERTIES));

  private StepResource() {}

  static PartResource of(LiveServices pipelines) {
    return PartResource.ordered(CHILD, CAPABILITY, pipelines);
  }
}
