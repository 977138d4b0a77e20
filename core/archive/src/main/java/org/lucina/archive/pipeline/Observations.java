package org.lucina.archive.pipeline;

import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
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

  private final ThreadFactory threads;
  private final Duration patience;

  private record Running(Intake intake, AutoCloseable observation) {}

  /**
   * None yet.
   *
   * @param intakes makes what takes the events of an observer
   * @param threads makes the threads that end observations
   * @param patience how long an end is waited for
   */
  Observations(
      String pipeline,
      Positions positions,
      Function<String, Intake> intakes,
      ThreadFactory threads,
      Duration patience) {
    this.pipeline = pipeline;
    this.positions = positions;
    this.intakes = intakes;
    this.threads = threads;
    this.patience = patience;
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
    } catch (SQLException | RuntimeException | LinkageError e) {
      intake.end();
      PipelineLog.LOG.notObserved(pipeline, name, e);
    }
  }

  /** Whether all of them run. */
  boolean areAll(Map<String, Observer> observers) {
    return running.keySet().containsAll(observers.keySet());
  }

  /** Ends all: nothing is taken after that, even if what an observer does goes on. */
  void end() {
    running.values().forEach(each -> each.intake().end());
    Map<String, CountDownLatch> ends = new HashMap<>();
    running.forEach((name, each) -> ends.put(name, close(name, each.observation())));
    running.clear();
    long limit = System.nanoTime() + patience.toNanos();
    ends.forEach((name, ended) -> await(name, ended, limit));
  }

  private CountDownLatch close(String name, AutoCloseable observation) {
    CountDownLatch ended = new CountDownLatch(1);
    Runnable closing =
        () -> {
          try {
            observation.close();
          } catch (Exception | LinkageError e) {
            PipelineLog.LOG.observationNotEnded(pipeline, name, e);
          } finally {
            ended.countDown();
          }
        };
    threads.newThread(closing).start();
    return ended;
  }

  private void await(String name, CountDownLatch ended, long limit) {
    try {
      if (!ended.await(Math.max(0, limit - System.nanoTime()), TimeUnit.NANOSECONDS)) {
        PipelineLog.LOG.observationGoesOn(pipeline, name, patience.toSeconds());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      PipelineLog.LOG.observationNotEnded(pipeline, name, e);
    }
  }
}
