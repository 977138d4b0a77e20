package org.lucina.subsystem.model;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jboss.as.controller.OperationContext;
import org.jboss.as.controller.OperationFailedException;
import org.jboss.as.controller.SimpleAttributeDefinition;
import org.jboss.dmr.ModelNode;
import org.jboss.dmr.Property;
import org.lucina.spi.ConfigException;
import org.lucina.spi.pipeline.DailyWindow;
import org.lucina.spi.pipeline.PipelineDefinition;
import org.lucina.spi.pipeline.StepDefinition;
import org.lucina.spi.pipeline.StepType;
import org.lucina.spi.pipeline.StepType.Need;
import org.lucina.subsystem.LucinaLogger;

/**
 * A pipeline's resource and those of its steps, read as their definition.
 *
 * @param model attributes of the pipeline, and {@code step} with those of each step
 */
record PipelineModel(OperationContext context, String name, ModelNode model) {

  /** The definition; what cannot be is refused by name. */
  PipelineDefinition definition() throws OperationFailedException {
    Duration retryDelay = millis(PipelineResource.RETRY_DELAY);
    Duration maxRetryDelay = millis(PipelineResource.MAX_RETRY_DELAY);
    if (retryDelay.compareTo(maxRetryDelay) > 0) {
      throw LucinaLogger.LOG.badPipeline(name, LucinaLogger.LOG.badDelays());
    }
    return new PipelineDefinition(
        name,
        PipelineResource.ENABLED.resolveModelAttribute(context, model).asBoolean(),
        PipelineResource.OBSERVERS.unwrap(context, model),
        text(PipelineResource.SOURCE, model),
        steps(),
        number(PipelineResource.CONCURRENCY),
        PipelineResource.ORDERED.resolveModelAttribute(context, model).asBoolean(),
        number(PipelineResource.RATE_PER_MINUTE),
        text(PipelineResource.WINDOW, model).map(DailyWindow::parse),
        number(PipelineResource.ATTEMPTS),
        retryDelay,
        maxRetryDelay);
  }

  private List<StepDefinition> steps() throws OperationFailedException {
    List<StepDefinition> steps = new ArrayList<>();
    ModelNode children = model.get(StepResource.PATH.getKey());
    if (children.isDefined()) {
      for (Property child : children.asPropertyList()) {
        steps.add(step(child.getName(), child.getValue()));
      }
    }
    return steps;
  }

  private StepDefinition step(String step, ModelNode attributes) throws OperationFailedException {
    StepType type = StepType.of(text(StepResource.TYPE, attributes).orElseThrow()).orElseThrow();
    Optional<String> endpoint = text(StepResource.ENDPOINT, attributes);
    Optional<String> anonymizer = text(StepResource.ANONYMIZER, attributes);
    need(step, type, type.endpoint(), StepResource.ENDPOINT, endpoint.isPresent());
    need(step, type, type.anonymizer(), StepResource.ANONYMIZER, anonymizer.isPresent());
    try {
      return new StepDefinition(
          step,
          type,
          endpoint,
          anonymizer,
          type.properties().check(StepResource.PROPERTIES.unwrap(context, attributes)));
    } catch (ConfigException e) {
      throw LucinaLogger.LOG.badStep(step, name, e.getMessage());
    }
  }

  private void need(
      String step, StepType type, Need need, SimpleAttributeDefinition attribute, boolean given)
      throws OperationFailedException {
    String quoted = "'" + attribute.getName() + "'";
    if (need == Need.ALWAYS && !given) {
      throw LucinaLogger.LOG.badStep(
          step, name, LucinaLogger.LOG.badNeed(type.key(), "needs the attribute " + quoted));
    }
    if (need == Need.NEVER && given) {
      throw LucinaLogger.LOG.badStep(
          step, name, LucinaLogger.LOG.badNeed(type.key(), "takes no attribute " + quoted));
    }
  }

  private Optional<String> text(SimpleAttributeDefinition attribute, ModelNode from)
      throws OperationFailedException {
    return Optional.ofNullable(attribute.resolveModelAttribute(context, from).asStringOrNull());
  }

  private int number(SimpleAttributeDefinition attribute) throws OperationFailedException {
    return attribute.resolveModelAttribute(context, model).asInt();
  }

  private Duration millis(SimpleAttributeDefinition attribute) throws OperationFailedException {
    return Duration.ofMillis(number(attribute));
  }
}
