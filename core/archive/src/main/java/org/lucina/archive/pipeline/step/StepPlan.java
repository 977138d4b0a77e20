package org.lucina.archive.pipeline.step;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import org.lucina.archive.pipeline.state.WaitingRoom;
import org.lucina.archive.report.Reports;
import org.lucina.spi.observer.DixelEvent;
import org.lucina.spi.pipeline.PipelineDefinition;
import org.lucina.spi.pipeline.PipelineParts;
import org.lucina.spi.pipeline.StepDefinition;
import org.lucina.spi.pipeline.StepType;

/** The checked steps of a pipeline, to be made when what they name is there. */
public final class StepPlan {
  private static final Set<StepType> CHANGING = Set.of(StepType.ANONYMIZE, StepType.COERCE);
  private static final Set<StepType> GATHERING = Set.of(StepType.WAIT, StepType.BUNDLE);
  private static final Set<StepType> TELLING = Set.of(StepType.NOTIFY, StepType.CALL);

  private final List<Entry> entries = new ArrayList<>();
  private final boolean gathers;
  private final boolean tells;

  private record Entry(String name, StepMaker maker) {}

  /** Makes a step. */
  @FunctionalInterface
  interface StepMaker {
    Step with(PipelineParts parts);
  }

  /**
   * A step with its name.
   *
   * @param name unique within the pipeline
   * @param step what it does
   */
  public record Named(String name, Step step) {}

  /**
   * Checks the steps of a pipeline.
   *
   * @param reports say what anonymizers did
   * @param unheard is told of events that a notification never got through with, and why
   * @throws IllegalArgumentException naming the step that cannot be
   */
  public StepPlan(
      PipelineDefinition definition,
      WaitingRoom room,
      Reports reports,
      Clock clock,
      Unheard unheard) {
    Set<String> names = new HashSet<>();
    boolean changed = false;
    for (StepDefinition step : definition.steps()) {
      if (!names.add(step.name())) {
        throw new IllegalArgumentException("there are two steps '" + step.name() + "'");
      }
      if (changed && GATHERING.contains(step.type())) {
        throw new IllegalArgumentException(
            "step '" + step.name() + "': it must stand before steps that change dixels");
      }
      changed |= CHANGING.contains(step.type());
      Parking parking = new Parking(room, definition.name(), step.name(), clock);
      BiConsumer<DixelEvent, String> told =
          (event, reason) -> unheard.by(step.name(), event, reason);
      StepMakers makers = new StepMakers(definition, reports, parking, told);
      try {
        entries.add(new Entry(step.name(), makers.maker(step)));
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException("step '" + step.name() + "': " + e.getMessage(), e);
      }
    }
    this.gathers = definition.steps().stream().anyMatch(step -> GATHERING.contains(step.type()));
    this.tells = definition.steps().stream().anyMatch(step -> TELLING.contains(step.type()));
  }

  /** Is told of events that a notification never got through with. */
  @FunctionalInterface
  public interface Unheard {
    /** A step told nobody of an event. */
    void by(String step, DixelEvent event, String reason);
  }

  /** Makes the steps. */
  public List<Named> with(PipelineParts parts) {
    return entries.stream()
        .map(entry -> new Named(entry.name(), entry.maker().with(parts)))
        .toList();
  }

  /** Whether there are steps at which studies and series wait. */
  public boolean gathers() {
    return gathers;
  }

  /** Whether there are steps that should not be repeated though it does no harm to data. */
  public boolean tells() {
    return tells;
  }
}
