package org.lucina.archive.pipeline;

import java.util.List;
import java.util.Optional;
import org.lucina.archive.pipeline.queue.QueuedEvent;
import org.lucina.archive.pipeline.step.Faults;
import org.lucina.archive.pipeline.step.Outcome;
import org.lucina.archive.pipeline.step.Passage;
import org.lucina.archive.pipeline.step.Step;
import org.lucina.archive.pipeline.step.StepException;
import org.lucina.archive.pipeline.step.StepPlan;
import org.lucina.spi.endpoint.Endpoint;

/**
 * The steps of a pipeline, in order, with what they need at hand.
 *
 * @param source where the dixels are
 * @param steps the steps
 */
record Route(Optional<Endpoint> source, List<StepPlan.Named> steps) {

  /** How one attempt to take an event through ended. */
  sealed interface End {
    /** It went through all steps. */
    record Done() implements End {}

    /** A step made something else of it. */
    record Left(String step, Outcome outcome) implements End {}

    /** A step failed; those up to {@code through} had their effect. */
    record Failed(String step, Optional<String> through, StepException fault) implements End {}
  }

  /** Takes an event through the steps that are left of it. */
  End run(QueuedEvent queued) {
    int first = 0;
    if (queued.after().isPresent()) {
      first = indexOf(queued.after().get()) + 1;
      if (first == 0) {
        String gone = queued.after().get();
        return new End.Failed(
            gone, Optional.empty(), StepException.permanent("there is no such step any more"));
      }
    }
    int through = queued.through().map(this::indexOf).orElse(-1);
    Passage passage = new Passage(queued.event(), source);
    Optional<String> effective = Optional.empty();
    for (StepPlan.Named named : steps.subList(first, steps.size())) {
      Step step = named.step();
      if (step.hasEffect() && indexOf(named.name()) <= through) {
        step.skipped(passage);
        continue;
      }
      try {
        Outcome outcome = step.run(passage);
        if (!(outcome instanceof Outcome.GoOn)) {
          return new End.Left(named.name(), outcome);
        }
      } catch (StepException e) {
        return new End.Failed(named.name(), effective, e);
      } catch (RuntimeException | Error e) {
        // Whatever a plugin throws must not end the worker.
        return new End.Failed(named.name(), effective, Faults.of(e));
      }
      if (step.hasEffect()) {
        effective = Optional.of(named.name());
      }
    }
    return new End.Done();
  }

  private int indexOf(String name) {
    for (int i = 0; i < steps.size(); i++) {
      if (steps.get(i).name().equals(name)) {
        return i;
      }
    }
    return -1;
  }
}
