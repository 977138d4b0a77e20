package org.lucina.subsystem.model;

import org.jboss.as.controller.AbstractRuntimeOnlyHandler;
import org.jboss.as.controller.OperationContext;
import org.jboss.as.controller.OperationDefinition;
import org.jboss.as.controller.OperationFailedException;
import org.jboss.as.controller.SimpleAttributeDefinition;
import org.jboss.as.controller.SimpleAttributeDefinitionBuilder;
import org.jboss.as.controller.SimpleOperationDefinitionBuilder;
import org.jboss.as.controller.descriptions.ResourceDescriptionResolver;
import org.jboss.as.controller.operations.validation.StringLengthValidator;
import org.jboss.dmr.ModelNode;
import org.jboss.dmr.ModelType;
import org.lucina.spi.pipeline.PipelineEngine;
import org.lucina.subsystem.LucinaLogger;
import org.lucina.subsystem.runtime.RunningPipelines;
import org.lucina.subsystem.runtime.RunningServer;

/** {@code forget-pipeline}: lets go of what a pipeline left that is no longer configured. */
final class ForgetPipelineOperation extends AbstractRuntimeOnlyHandler {
  private static final SimpleAttributeDefinition NAME =
      new SimpleAttributeDefinitionBuilder("name", ModelType.STRING)
          .setValidator(new StringLengthValidator(1))
          .build();

  private final Running running;

  ForgetPipelineOperation(Running running) {
    this.running = running;
  }

  static OperationDefinition definition(ResourceDescriptionResolver descriptions) {
    return new SimpleOperationDefinitionBuilder("forget-pipeline", descriptions)
        .setParameters(NAME)
        .setReplyType(ModelType.LONG)
        .setRuntimeOnly()
        .build();
  }

  @Override
  protected void executeRuntimeStep(OperationContext context, ModelNode operation)
      throws OperationFailedException {
    String name = NAME.resolveModelAttribute(context, operation).asString();
    RunningPipelines pipelines =
        running.server().map(RunningServer::pipelines).orElseThrow(LucinaLogger.LOG::noEngine);
    if (pipelines.find(name).isPresent()) {
      throw LucinaLogger.LOG.pipelineConfigured(name);
    }
    PipelineEngine engine = pipelines.engine().orElseThrow(LucinaLogger.LOG::noEngine);
    try {
      context.getResult().set(engine.forget(name));
    } catch (RuntimeException e) {
      throw LucinaLogger.LOG.badPipeline(name, String.valueOf(e.getMessage()));
    }
  }
}
