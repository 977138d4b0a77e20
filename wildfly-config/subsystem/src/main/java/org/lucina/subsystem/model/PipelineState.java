package org.lucina.subsystem.model;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jboss.as.controller.AttributeDefinition;
import org.jboss.as.controller.StringListAttributeDefinition;
import org.jboss.as.controller.registry.ManagementResourceRegistration;
import org.jboss.dmr.ModelNode;
import org.jboss.dmr.ModelType;
import org.lucina.spi.pipeline.PipelineControl;
import org.lucina.spi.pipeline.PipelineStatus;
import org.lucina.subsystem.runtime.RunningPipeline;
import org.lucina.subsystem.runtime.RunningServer;

/** Attributes that tell how a pipeline is doing. The archive tells its numbers to the metrics. */
final class PipelineState {
  private final ManagementResourceRegistration registration;
  private final Running running;

  private PipelineState(ManagementResourceRegistration registration, Running running) {
    this.registration = registration;
    this.running = running;
  }

  static void register(ManagementResourceRegistration registration, Running running) {
    new PipelineState(registration, running).register();
  }

  private void register() {
    tell(Attributes.told("state", ModelType.STRING).build(), this::state);
    tell(
        new StringListAttributeDefinition.Builder("missing")
            .setRequired(false)
            .setStorageRuntime()
            .build(),
        this::missing);
    tell(
        Attributes.told("last-event", ModelType.STRING).build(),
        pipeline -> text(status(pipeline).flatMap(PipelineStatus::lastEvent)));
    tell(
        Attributes.told("last-error", ModelType.STRING).build(),
        pipeline ->
            text(pipeline.error().or(() -> status(pipeline).flatMap(PipelineStatus::lastError))));
    number("received", PipelineStatus::received);
    number("processed", PipelineStatus::processed);
    number("dropped", PipelineStatus::dropped);
    number("retried", PipelineStatus::retried);
    number("failed", PipelineStatus::failed);
    number("queued", PipelineStatus::queued);
    number("waiting", PipelineStatus::waiting);
  }

  private void tell(AttributeDefinition attribute, Function<RunningPipeline, ModelNode> read) {
    registration.registerReadOnlyAttribute(attribute, reader(read));
  }

  private void number(String name, ToLongFunction<PipelineStatus> read) {
    tell(
        Attributes.told(name, ModelType.LONG).build(),
        pipeline -> new ModelNode(status(pipeline).map(read::applyAsLong).orElse(0L)));
  }

  private RuntimeReader reader(Function<RunningPipeline, ModelNode> read) {
    return new RuntimeReader(
        name ->
            running
                .server()
                .flatMap(server -> server.pipelines().find(name))
                .map(read)
                .orElseGet(ModelNode::new));
  }

  private static Optional<PipelineStatus> status(RunningPipeline pipeline) {
    return pipeline.control().map(PipelineControl::status);
  }

  private ModelNode state(RunningPipeline pipeline) {
    String state =
        pipeline.error().isPresent()
            ? "failed"
            : status(pipeline)
                .map(status -> status.state().name().toLowerCase(Locale.ROOT))
                .orElse("waiting");
    return new ModelNode(state);
  }

  /** What it names and is not there, and the archive itself when that does not run. */
  private ModelNode missing(RunningPipeline pipeline) {
    ModelNode list = new ModelNode().setEmptyList();
    if (running.server().map(RunningServer::pipelines).flatMap(all -> all.engine()).isEmpty()) {
      list.add("archive");
    }
    List<String> missing = pipeline.missing();
    missing.forEach(list::add);
    return list;
  }

  private static ModelNode text(Optional<?> value) {
    return value.map(given -> new ModelNode(given.toString())).orElseGet(ModelNode::new);
  }
}
