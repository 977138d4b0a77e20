package org.lucina.archive.pipeline;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadFactory;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.lucina.archive.logging.PipelineLog;

/** The workers of a pipeline. */
final class Crew {
  private static final Duration TO_FINISH = Duration.ofSeconds(5);
  private static final Duration TO_BREAK_OFF = Duration.ofSeconds(30);

  private final String pipeline;
  private final List<Worker> workers;

  private Crew(String pipeline, List<Worker> workers) {
    this.pipeline = pipeline;
    this.workers = workers;
  }

  /** Has workers begin. */
  static Crew of(String pipeline, int number, Supplier<Worker> worker, ThreadFactory threads) {
    Crew crew = new Crew(pipeline, IntStream.range(0, number).mapToObj(i -> worker.get()).toList());
    crew.workers.forEach(each -> threads.newThread(each).start());
    return crew;
  }

  /** Ends them: soon when their events end soon, else by interrupting them. */
  void end() {
    workers.forEach(Worker::end);
    if (await(TO_FINISH)) {
      return;
    }
    workers.forEach(Worker::interrupt);
    if (!await(TO_BREAK_OFF)) {
      PipelineLog.LOG.stubborn(pipeline, TO_BREAK_OFF.toSeconds());
    }
  }

  private boolean await(Duration time) {
    long end = System.nanoTime() + time.toNanos();
    try {
      for (Worker worker : workers) {
        if (!worker.await(Duration.ofNanos(Math.max(0, end - System.nanoTime())))) {
          return false;
        }
      }
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
