package org.lucina.subsystem.runtime;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.lucina.spi.pipeline.PipelineControl;
import org.lucina.spi.pipeline.PipelineDefinition;
import org.lucina.spi.pipeline.PipelineEngine;
import org.lucina.spi.pipeline.PipelineParts;
import org.lucina.subsystem.LucinaLogger;

/**
 * A configured pipeline: open while there is an engine, and begun while all that it names is there.
 *
 * <p>Whatever changes, {@link #refresh} brings it to where it belongs. While that holds the lock it
 * calls the engine, never an instance's resource, and instances call it while they hold their own
 * locks: so there is no circle to be locked in. What tells how it is doing takes no lock.
 */
public final class RunningPipeline {
  private final PipelineDefinition definition;
  private final Supplier<Optional<PipelineEngine>> engines;
  private final NamedInstances instances;

  private Optional<PipelineEngine> opener = Optional.empty();
  private Optional<PipelineParts> begun = Optional.empty();
  private boolean started;
  private boolean closed;
  private volatile Optional<PipelineControl> control = Optional.empty();
  private volatile Optional<String> error = Optional.empty();

  RunningPipeline(
      PipelineDefinition definition,
      Supplier<Optional<PipelineEngine>> engines,
      NamedInstances instances) {
    this.definition = definition;
    this.engines = engines;
    this.instances = instances;
    this.started = definition.enabled();
  }

  /** How it is defined. */
  public PipelineDefinition definition() {
    return definition;
  }

  /** What it works with, while it is open. */
  public Optional<PipelineControl> control() {
    return control;
  }

  /** Why it cannot run. */
  public Optional<String> error() {
    return error;
  }

  /** What it waits for, as in {@code endpoint=shelf}, in order. */
  public List<String> missing() {
    return instances.find(definition).missing();
  }

  /** Works from now on; what failed before is tried again. */
  public synchronized void start() {
    started = true;
    control.ifPresent(PipelineControl::start);
    refresh();
  }

  /** Begins no more events until it is started. */
  public synchronized void stop() {
    started = false;
    control.ifPresent(PipelineControl::stop);
  }

  /** Works on what it has, then stops until it is started. */
  public synchronized void drain() {
    started = false;
    control.ifPresent(PipelineControl::drain);
  }

  /** Closes it for good. */
  synchronized void close() {
    closed = true;
    refresh();
  }

  /**
   * Opens, begins, suspends or closes it, as what it depends on came or left. When this returns,
   * nothing is in use that is not there any more.
   */
  synchronized void refresh() {
    Optional<PipelineEngine> engine = closed ? Optional.empty() : engines.get();
    if (!engine.equals(opener)) {
      shut();
      error = Optional.empty();
    }
    if (definition.steps().isEmpty()) {
      error = Optional.of(LucinaLogger.LOG.noSteps());
    } else if (control.isEmpty() && engine.isPresent()) {
      opener = engine;
      attempt(() -> open(engine.get()));
    }
    control.ifPresent(this::connect);
  }

  private void open(PipelineEngine engine) {
    PipelineControl opened = engine.open(definition);
    control = Optional.of(opened);
    if (started) {
      opened.start();
    }
    error = Optional.empty();
  }

  private void connect(PipelineControl open) {
    Optional<PipelineParts> there = instances.find(definition).parts();
    if (begun.isPresent() && !begun.equals(there)) {
      begun = Optional.empty();
      attempt(open::suspend);
    }
    if (begun.isEmpty() && there.isPresent() && control.isPresent()) {
      attempt(
          () -> {
            open.begin(there.get());
            begun = there;
            error = Optional.empty();
          });
    }
  }

  /** Lets go of all when a call of the engine fails: it is opened anew at the next occasion. */
  private void attempt(Runnable call) {
    try {
      call.run();
    } catch (RuntimeException | LinkageError e) {
      String problem = e.getMessage() == null ? e.toString() : e.getMessage();
      LucinaLogger.LOG.pipelineFailed(
          definition.name(), problem, e instanceof IllegalArgumentException ? null : e);
      shut();
      error = Optional.of(problem);
    }
  }

  private void shut() {
    opener = Optional.empty();
    begun = Optional.empty();
    Optional<PipelineControl> open = control;
    control = Optional.empty();
    try {
      open.ifPresent(PipelineControl::close);
    } catch (RuntimeException | LinkageError e) {
      LucinaLogger.LOG.pipelineNotClosed(definition.name(), e);
    }
  }
}
