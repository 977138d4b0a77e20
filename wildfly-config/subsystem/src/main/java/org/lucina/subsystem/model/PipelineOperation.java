package org.lucina.subsystem.model;

import java.util.List;
import org.jboss.as.controller.AbstractRuntimeOnlyHandler;
import org.jboss.as.controller.OperationContext;
import org.jboss.as.controller.OperationFailedException;
import org.jboss.as.controller.SimpleOperationDefinitionBuilder;
import org.jboss.as.controller.StringListAttributeDefinition;
import org.jboss.as.controller.descriptions.ResourceDescriptionResolver;
import org.jboss.as.controller.registry.ManagementResourceRegistration;
import org.jboss.dmr.ModelNode;
import org.jboss.dmr.ModelType;
import org.lucina.spi.pipeline.PipelineControl;
import org.lucina.subsystem.LucinaLogger;
import org.lucina.subsystem.runtime.RunningPipeline;

/** Does something with a pipeline on behalf of an administrator, who is told what it throws. */
final class PipelineOperation extends AbstractRuntimeOnlyHandler {
  private static final StringListAttributeDefinition IDS =
      new StringListAttributeDefinition.Builder("ids").setRequired(false).build();

  private final Running running;
  private final Action action;

  /** What is done. */
  interface Action {
    /** Does it and gives the answer. */
    ModelNode perform(RunningPipeline pipeline, OperationContext context, ModelNode operation)
        throws OperationFailedException;
  }

  PipelineOperation(Running running, Action action) {
    this.running = running;
    this.action = action;
  }

  static void register(
      ManagementResourceRegistration registration,
      ResourceDescriptionResolver descriptions,
      Running running) {
    simple("start", RunningPipeline::start, registration, descriptions, running);
    simple("stop", RunningPipeline::stop, registration, descriptions, running);
    simple("drain", RunningPipeline::drain, registration, descriptions, running);
    onFailed("retry-failed", PipelineControl::retryFailed, registration, descriptions, running);
    onFailed("purge-failed", PipelineControl::purgeFailed, registration, descriptions, running);
    registration.registerOperationHandler(
        FailedEvents.definition(descriptions), new PipelineOperation(running, new FailedEvents()));
  }

  /** Something with a pipeline that has no answer. */
  private interface Simple {
    void perform(RunningPipeline pipeline);
  }

  private static void simple(
      String name,
      Simple action,
      ManagementResourceRegistration registration,
      ResourceDescriptionResolver descriptions,
      Running running) {
    registration.registerOperationHandler(
        new SimpleOperationDefinitionBuilder(name, descriptions).setRuntimeOnly().build(),
        new PipelineOperation(
            running,
            (pipeline, context, operation) -> {
              action.perform(pipeline);
              return new ModelNode();
            }));
  }

  /** Something with failed events that tells how many they were. */
  private interface OnFailed {
    long perform(PipelineControl control, List<String> ids);
  }

  private static void onFailed(
      String name,
      OnFailed action,
      ManagementResourceRegistration registration,
      ResourceDescriptionResolver descriptions,
      Running running) {
    registration.registerOperationHandler(
        new SimpleOperationDefinitionBuilder(name, descriptions)
            .setParameters(IDS)
            .setReplyType(ModelType.LONG)
            .setRuntimeOnly()
            .build(),
        new PipelineOperation(
            running,
            (pipeline, context, operation) ->
                new ModelNode(action.perform(open(pipeline), IDS.unwrap(context, operation)))));
  }

  /** What it works with; refused while it is not open. */
  static PipelineControl open(RunningPipeline pipeline) throws OperationFailedException {
    if (pipeline.control().isEmpty() && pipeline.error().isPresent()) {
      throw LucinaLogger.LOG.badPipeline(
          pipeline.definition().name(), pipeline.error().orElseThrow());
    }
    return pipeline.control().orElseThrow(LucinaLogger.LOG::noEngine);
  }

  @Override
  protected void executeRuntimeStep(OperationContext context, ModelNode operation)
      throws OperationFailedException {
    String name = context.getCurrentAddressValue();
    RunningPipeline pipeline =
        running
            .server()
            .flatMap(server -> server.pipelines().find(name))
            .orElseThrow(() -> LucinaLogger.LOG.notRunning("pipeline", name));
    try {
      context.getResult().set(action.perform(pipeline, context, operation));
    } catch (RuntimeException | LinkageError e) {
      LucinaLogger.LOG.pipelineFailed(name, String.valueOf(e.getMessage()), e);
      throw LucinaLogger.LOG.badPipeline(name, String.valueOf(e));
    }
  }
}
