package org.lucina.subsystem.runtime;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Predicate;
import org.lucina.spi.pipeline.PipelineDefinition;
import org.lucina.spi.pipeline.PipelineEngine;
import org.lucina.spi.pipeline.StepDefinition;

/** The configured pipelines, and the engine that runs them while the archive is there. */
public final class RunningPipelines {
  private final Map<String, RunningPipeline> byName = new ConcurrentSkipListMap<>();
  private final NamedInstances instances;
  private volatile Optional<PipelineEngine> engine = Optional.empty();

  RunningPipelines(NamedInstances instances) {
    this.instances = instances;
  }

  /** Runs a pipeline, now or when all is there. */
  public void add(PipelineDefinition definition) {
    remove(definition.name());
    RunningPipeline pipeline = new RunningPipeline(definition, () -> engine, instances);
    byName.put(definition.name(), pipeline);
    pipeline.refresh();
  }

  /** Closes a pipeline; what it has queued stays for one of the same name. */
  public void remove(String name) {
    Optional.ofNullable(byName.remove(name)).ifPresent(RunningPipeline::close);
  }

  /** One that is configured. */
  public Optional<RunningPipeline> find(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /** What runs them, while the archive is there. */
  public Optional<PipelineEngine> engine() {
    return engine;
  }

  /** Opens all by an engine, until what is returned is closed. */
  AutoCloseable offer(PipelineEngine offered) {
    engine = Optional.of(offered);
    refresh(pipeline -> true);
    return () -> {
      if (engine.filter(offered::equals).isPresent()) {
        engine = Optional.empty();
        refresh(pipeline -> true);
      }
    };
  }

  /** An observer came or left. */
  void observerChanged(String name) {
    refresh(pipeline -> pipeline.observers().contains(name));
  }

  /** An endpoint came or left. */
  void endpointChanged(String name) {
    refresh(
        pipeline ->
            pipeline.source().filter(name::equals).isPresent()
                || anyStep(pipeline, step -> step.endpoint().filter(name::equals).isPresent()));
  }

  /** An anonymizer came or left. */
  void anonymizerChanged(String name) {
    refresh(
        pipeline -> anyStep(pipeline, step -> step.anonymizer().filter(name::equals).isPresent()));
  }

  private static boolean anyStep(PipelineDefinition pipeline, Predicate<StepDefinition> named) {
    return pipeline.steps().stream().anyMatch(named);
  }

  private void refresh(Predicate<PipelineDefinition> concerned) {
    byName.values().stream()
        .filter(pipeline -> concerned.test(pipeline.definition()))
        .forEach(RunningPipeline::refresh);
  }
}
