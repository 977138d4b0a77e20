package org.lucina.archive.pipeline;

import jakarta.jms.JMSException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lucina.archive.logging.PipelineLog;
import org.lucina.archive.pipeline.queue.Failure;
import org.lucina.archive.pipeline.queue.QueuedEvent;
import org.lucina.archive.pipeline.queue.Receiver;
import org.lucina.archive.pipeline.step.FaultReasons;
import org.lucina.archive.pipeline.step.Faults;
import org.lucina.archive.pipeline.step.Outcome;
import org.lucina.archive.pipeline.step.StepException;
import org.lucina.archive.pipeline.step.StepException.Remedy;
import org.lucina.spi.endpoint.EndpointException;
import org.lucina.spi.observer.DixelEvent;

/** Takes events through the steps, and does in the queue what follows from how that ends. */
final class Handling {
  private final Work work;
  private final Route route;
  private final Interruption interruption;
  private final Tally tally;
  private final Clock clock;

  Handling(Work work, Route route, Interruption interruption, Tally tally, Clock clock) {
    this.work = work;
    this.route = route;
    this.interruption = interruption;
    this.tally = tally;
    this.clock = clock;
  }

  /**
   * Works on an event.
   *
   * @throws InterruptedException when that was broken off: nothing of it may be committed
   */
  void handle(QueuedEvent event, Receiver queue, Batch batch)
      throws JMSException, InterruptedException {
    QueuedEvent queued = event;
    while (true) {
      Attempt attempt = attempt(queued);
      if (!(attempt.end() instanceof Route.End.Failed failed)) {
        finish(attempt, queued.event(), queue, batch);
        return;
      }
      if (!fail(failed, queued, queue, batch)) {
        return;
      }
      queued = queued.tried(failed.through());
    }
  }

  /** How the steps ended, with the parts that go on in place of the event. */
  private record Attempt(Route.End end, List<DixelEvent> parts) {}

  private Attempt attempt(QueuedEvent queued) throws InterruptedException {
    Attempt attempt;
    interruption.enter();
    try {
      attempt = withParts(route.run(queued));
    } finally {
      interruption.leave();
    }
    if (attempt.end() instanceof Route.End.Failed) {
      interruption.check();
    }
    return attempt;
  }

  private static Attempt withParts(Route.End end) {
    if (!(end instanceof Route.End.Left left)
        || !(left.outcome() instanceof Outcome.Replaced replaced)) {
      return new Attempt(end, List.of());
    }
    List<DixelEvent> parts = new ArrayList<>();
    try {
      replaced.parts().each(parts::add);
      return new Attempt(end, parts);
    } catch (EndpointException | RuntimeException | Error e) {
      return new Attempt(
          new Route.End.Failed(left.step(), Optional.empty(), Faults.atSource(e)), List.of());
    }
  }

  private void finish(Attempt attempt, DixelEvent event, Receiver queue, Batch batch)
      throws JMSException {
    if (!(attempt.end() instanceof Route.End.Left left)) {
      batch.processed();
      return;
    }
    if (left.outcome() instanceof Outcome.Dropped dropped) {
      drop(left.step(), event, dropped.reason(), batch);
    }
    for (DixelEvent part : attempt.parts()) {
      queue.send(QueuedEvent.after(left.step(), part), Duration.ZERO);
    }
  }

  private void drop(String step, DixelEvent event, String reason, Batch batch) {
    batch.dropped();
    PipelineLog.LOG.dropped(
        work.pipeline(), step, event.kind().name(), event.reference().toString(), reason);
  }

  /** Returns whether it is tried again at once. */
  private boolean fail(Route.End.Failed failed, QueuedEvent queued, Receiver queue, Batch batch)
      throws JMSException, InterruptedException {
    StepException fault = failed.fault();
    if (fault.remedy() == Remedy.DROP) {
      batch.dropped();
      DixelEvent event = queued.event();
      PipelineLog.LOG.gone(
          work.pipeline(),
          failed.step(),
          event.kind().name(),
          event.reference().toString(),
          fault.getMessage());
      return false;
    }
    tally.error("step '" + failed.step() + "': " + fault.getMessage());
    String kind = queued.event().kind().name();
    String reference = queued.event().reference().toString();
    if (fault.remedy() == Remedy.NONE || !work.isTriedAgain(queued)) {
      queue.fail(
          queued.tried(failed.through()),
          Failure.of(clock.instant(), failed.step(), FaultReasons.of(fault), fault.getMessage()));
      PipelineLog.LOG.failed(work.pipeline(), failed.step(), kind, reference, fault.getMessage());
      return false;
    }
    Duration delay = work.delay(queued);
    PipelineLog.LOG.again(
        work.pipeline(), failed.step(), delay.toString(), kind, reference, fault.getMessage());
    tally.retried.increment();
    if (work.ordered()) {
      interruption.sleep(delay);
      return true;
    }
    queue.send(queued.tried(failed.through()), delay);
    return false;
  }
}
