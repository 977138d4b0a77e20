package org.lucina.subsystem.runtime;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.lucina.spi.pipeline.FailedEvent;
import org.lucina.spi.pipeline.PipelineControl;
import org.lucina.spi.pipeline.PipelineDefinition;
import org.lucina.spi.pipeline.PipelineEngine;
import org.lucina.spi.pipeline.PipelineParts;
import org.lucina.spi.pipeline.PipelineStatus;

/** Writes down what it is told, and fails when told to. */
final class FakeEngine implements PipelineEngine {
  final List<String> told;
  final List<PipelineParts> begun = new ArrayList<>();
  final List<String> failing = new CopyOnWriteArrayList<>();

  FakeEngine(List<String> told) {
    this.told = told;
  }

  private void tell(String call, String pipeline) {
    told.add(call + " " + pipeline);
    if (failing.contains(call)) {
      throw new IllegalStateException(call + " fails on purpose");
    }
  }

  @Override
  public PipelineControl open(PipelineDefinition definition) {
    tell("open", definition.name());
    return new Control(definition.name());
  }

  @Override
  public long forget(String pipeline) {
    tell("forget", pipeline);
    return 0;
  }

  /** A pipeline that does nothing. */
  private final class Control implements PipelineControl {
    private final String name;

    private Control(String name) {
      this.name = name;
    }

    @Override
    public void begin(PipelineParts parts) {
      tell("begin", name);
      begun.add(parts);
    }

    @Override
    public void suspend() {
      tell("suspend", name);
    }

    @Override
    public void start() {
      tell("start", name);
    }

    @Override
    public void stop() {
      tell("stop", name);
    }

    @Override
    public void drain() {
      tell("drain", name);
    }

    @Override
    public PipelineStatus status() {
      return new PipelineStatus(
          PipelineStatus.State.RUNNING, 0, 0, 0, 0, 0, 0, 0, Optional.empty(), Optional.empty());
    }

    @Override
    public List<FailedEvent> failed(int limit) {
      return List.of();
    }

    @Override
    public List<FailedEvent> failed(FailedEvent.Reason reason, int limit) {
      return failed(limit).stream().filter(event -> event.reason() == reason).toList();
    }

    @Override
    public long retryFailed(List<String> ids) {
      return 0;
    }

    @Override
    public long purgeFailed(List<String> ids) {
      return 0;
    }

    @Override
    public void close() {
      tell("close", name);
    }
  }
}
