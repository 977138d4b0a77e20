package org.lucina.archive.pipeline;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.lucina.archive.logging.PipelineLog;
import org.lucina.archive.pipeline.state.Positions;
import org.lucina.spi.observer.Observer;

/** The observations of a pipeline that run. For callers that hold the pipeline's lock. */
final class Observations {
  private final String pipeline;
  private final Positions positions;
  private final Function<String, Intake> intakes;
  private final Map<String, Running> running = new HashMap<>();

  private record Running(Intake intake, AutoCloseable observation) {}

  Observations(String pipeline, Positions positions, Function<String, Intake> intakes) {
    this.pipeline = pipeline;
    this.positions = positions;
    this.intakes = intakes;
  }

  /** Begins those that do not run yet, each from where it was; one that fails harms no other. */
  void begin(Map<String, Observer> observers) {
    observers.forEach(
        (name, observer) -> {
          if (!running.containsKey(name)) {
            begin(name, observer);
          }
        });
  }

  private void begin(String name, Observer observer) {
    Intake intake = intakes.apply(name);
    try {
      Optional<String> position = positions.of(pipeline, name);
      running.put(name, new Running(intake, observer.observe(position, intake)));
    } catch (SQLException | RuntimeException e) {
      intake.end();
      PipelineLog.LOG.notObserved(pipeline, name, e);
    }
  }

  /** Whether all of them run. */
  boolean areAll(Map<String, Observer> observers) {
    return running.keySet().containsAll(observers.keySet());
  }

  /** Ends all: nothing is taken after that. */
  void end() {
    running.values().forEach(each -> each.intake().end());
    running.forEach(
        (name, each) -> {
          try {
            each.observation().close();
          } catch (Exception e) {
            if (e instanceof InterruptedException) {
              Thread.currentThread().interrupt();
            }
            PipelineLog.LOG.observationNotEnded(pipeline, name, e);
          }
        });
    running.clear();
  }
}
