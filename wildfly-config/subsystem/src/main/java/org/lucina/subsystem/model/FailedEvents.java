package org.lucina.subsystem.model;

import java.util.List;
import java.util.Locale;
import org.jboss.as.controller.OperationContext;
import org.jboss.as.controller.OperationDefinition;
import org.jboss.as.controller.OperationFailedException;
import org.jboss.as.controller.SimpleAttributeDefinition;
import org.jboss.as.controller.SimpleAttributeDefinitionBuilder;
import org.jboss.as.controller.SimpleOperationDefinitionBuilder;
import org.jboss.as.controller.access.management.SensitiveTargetAccessConstraintDefinition;
import org.jboss.as.controller.descriptions.ResourceDescriptionResolver;
import org.jboss.as.controller.operations.validation.IntRangeValidator;
import org.jboss.as.controller.operations.validation.StringAllowedValuesValidator;
import org.jboss.as.controller.registry.OperationEntry;
import org.jboss.dmr.ModelNode;
import org.jboss.dmr.ModelType;
import org.lucina.spi.pipeline.FailedEvent;
import org.lucina.spi.pipeline.PipelineControl;
import org.lucina.subsystem.runtime.RunningPipeline;

/** {@code list-failed}: the events that a pipeline could not work on, the latest first. */
final class FailedEvents implements PipelineOperation.Action {
  private static final SimpleAttributeDefinition LIMIT =
      new SimpleAttributeDefinitionBuilder("limit", ModelType.INT, true)
          .setDefaultValue(new ModelNode(100))
          .setValidator(new IntRangeValidator(1, 10_000))
          .build();

  private static final SimpleAttributeDefinition REASON =
      new SimpleAttributeDefinitionBuilder("reason", ModelType.STRING, true)
          .setValidator(new StringAllowedValuesValidator("review", "refused", "failed"))
          .build();

  /** References may hold Patient IDs, so those who may only monitor the server are refused. */
  static OperationDefinition definition(ResourceDescriptionResolver descriptions) {
    return new SimpleOperationDefinitionBuilder("list-failed", descriptions)
        .setParameters(LIMIT, REASON)
        .setReplyType(ModelType.LIST)
        .setReplyParameters(
            text("id"),
            text("kind"),
            text("reference"),
            text("happened"),
            text("failed-at"),
            new SimpleAttributeDefinitionBuilder("attempts", ModelType.INT).build(),
            text("step"),
            text("reason"),
            text("error"))
        .addAccessConstraint(SensitiveTargetAccessConstraintDefinition.CREDENTIAL)
        .withFlag(OperationEntry.Flag.READ_ONLY)
        .setRuntimeOnly()
        .build();
  }

  private static SimpleAttributeDefinition text(String name) {
    return new SimpleAttributeDefinitionBuilder(name, ModelType.STRING).build();
  }

  @Override
  public ModelNode perform(RunningPipeline pipeline, OperationContext context, ModelNode operation)
      throws OperationFailedException {
    int limit = LIMIT.resolveModelAttribute(context, operation).asInt();
    ModelNode list = new ModelNode().setEmptyList();
    PipelineControl control = PipelineOperation.open(pipeline);
    ModelNode reason = REASON.resolveModelAttribute(context, operation);
    List<FailedEvent> events =
        reason.isDefined() ? control.failed(parse(reason), limit) : control.failed(limit);
    events.forEach(failed -> list.add(node(failed)));
    return list;
  }

  private static String key(FailedEvent.Reason reason) {
    return reason.name().toLowerCase(Locale.ROOT);
  }

  private static FailedEvent.Reason parse(ModelNode reason) {
    return FailedEvent.Reason.valueOf(reason.asString().toUpperCase(Locale.ROOT));
  }

  private static ModelNode node(FailedEvent failed) {
    ModelNode node = new ModelNode();
    node.get("id").set(failed.id());
    node.get("kind").set(failed.kind().name().toLowerCase(Locale.ROOT));
    node.get("reference").set(failed.reference().toString());
    node.get("happened").set(failed.happened().toString());
    node.get("failed-at").set(failed.failedAt().toString());
    node.get("attempts").set(failed.attempts());
    node.get("step").set(failed.step());
    node.get("reason").set(key(failed.reason()));
    node.get("error").set(failed.error());
    return node;
  }
}
