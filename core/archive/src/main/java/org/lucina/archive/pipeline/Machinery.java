package org.lucina.archive.pipeline;

import jakarta.jms.JMSException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.lucina.archive.logging.PipelineLog;
import org.lucina.archive.pipeline.queue.PipelineQueue;
import org.lucina.archive.pipeline.step.StepPlan;
import org.lucina.spi.observer.DixelEvent;
import org.lucina.spi.pipeline.PipelineDefinition;
import org.lucina.spi.pipeline.PipelineParts;
import org.lucina.spi.pipeline.PipelineStatus;

/** What a pipeline is run with, put together from its definition. */
final class Machinery {
  /** How soon an observer that does not begin is asked again. */
  static final long RETRY_NANOS = TimeUnit.SECONDS.toNanos(10);

  /** Events that a queue holds before observers wait. */
  private static final long MOST_QUEUED = 10_000;

  /** How long the end of an observation is waited for. */
  private static final Duration TO_END = Duration.ofSeconds(30);

  private final PipelineDefinition definition;
  private final Resources resources;
  private final Consumer<Pipeline> whenClosed;
  private final StepPlan plan;
  private final PipelineQueue queue;
  private final Tally tally;
  private final Gate gate;
  private final Observations observations;
  private final Census census;
  private final DueWork due;

  /**
   * Checks a definition.
   *
   * @param whenClosed is told when the pipeline is closed
   */
  Machinery(PipelineDefinition definition, Resources resources, Consumer<Pipeline> whenClosed) {
    this.definition = definition;
    this.resources = resources;
    this.whenClosed = whenClosed;
    this.tally = new Tally(resources.clock());
    this.plan =
        new StepPlan(
            definition, resources.room(), resources.reports(), resources.clock(), this::unheard);
    this.queue = resources.queue(definition.name(), definition.ordered());
    this.gate =
        new Gate(
            resources.clock(),
            definition.window(),
            new Rate(definition.ratePerMinute(), resources.clock()));
    this.observations =
        new Observations(name(), resources.positions(), this::intake, resources.threads(), TO_END);
    this.census = new Census(name(), queue, resources.room());
    this.due = new DueWork(name(), resources.room(), queue, resources.clock());
  }

  private void unheard(String step, DixelEvent event, String reason) {
    tally.error("step '" + step + "': " + reason);
    PipelineLog.LOG.notTold(
        name(), step, event.kind().name(), event.reference().toString(), reason);
  }

  private Intake intake(String observer) {
    return new Intake(name(), observer, queue, resources.positions(), tally, MOST_QUEUED);
  }

  String name() {
    return definition.name();
  }

  Gate gate() {
    return gate;
  }

  Observations observations() {
    return observations;
  }

  PipelineQueue queue() {
    return queue;
  }

  Census census() {
    return census;
  }

  void later(Runnable task) {
    resources.scheduler().execute(task);
  }

  /** The steps with what they name. */
  Route route(PipelineParts parts) {
    return new Route(parts.source(), plan.with(parts));
  }

  /** Has workers begin. */
  Crew crew(Route route) {
    Work work = Work.of(definition, plan.tells(), plan.gathers());
    return Crew.of(
        name(),
        definition.concurrency(),
        () -> new Worker(work, queue, route, gate, resources.room(), tally, resources.clock()),
        resources.threads());
  }

  void queueDueWork() throws JMSException, SQLException {
    if (plan.gathers()) {
      due.queue();
    }
  }

  boolean isDrained() throws JMSException, SQLException {
    Census.Counts counts = census.count();
    return counts.queued() == 0 && counts.waiting() == 0;
  }

  PipelineStatus status(PipelineStatus.State state) {
    Census.Counts counts = census.counts();
    return new PipelineStatus(
        state,
        tally.received.sum(),
        tally.processed.sum(),
        tally.dropped.sum(),
        tally.retried.sum(),
        counts.failed(),
        counts.queued(),
        counts.waiting(),
        tally.lastEvent(),
        tally.lastError());
  }

  void close(Pipeline pipeline) {
    try {
      queue.close();
    } catch (JMSException e) {
      PipelineLog.LOG.unreachable(name(), e);
    } finally {
      whenClosed.accept(pipeline);
    }
  }
}
