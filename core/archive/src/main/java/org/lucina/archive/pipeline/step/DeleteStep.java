package org.lucina.archive.pipeline.step;

import java.util.Optional;
import org.lucina.spi.endpoint.Endpoint;
import org.lucina.spi.endpoint.EndpointException;
import org.lucina.spi.endpoint.Operation;

/** Deletes the dixel at the source, as it was there, or what became of it at an endpoint. */
final class DeleteStep implements Step {
  private final Optional<Endpoint> elsewhere;

  DeleteStep(Optional<Endpoint> elsewhere) {
    this.elsewhere = elsewhere;
  }

  @Override
  public Outcome run(Passage passage) throws StepException {
    Endpoint endpoint =
        elsewhere
            .or(passage::source)
            .orElseThrow(() -> StepException.permanent("there is no endpoint to delete from"));
    if (!endpoint.capabilities().operations().contains(Operation.DELETE)) {
      throw StepException.permanent("the endpoint deletes nothing");
    }
    try {
      if (elsewhere.isPresent()) {
        endpoint.delete(Naming.elsewhere(passage.reference()));
      } else {
        endpoint.delete(passage.event().reference());
        skipped(passage);
      }
    } catch (EndpointException | RuntimeException e) {
      throw Faults.of(e);
    }
    return Outcome.goOn();
  }

  @Override
  public boolean hasEffect() {
    return true;
  }

  @Override
  public void skipped(Passage passage) {
    if (elsewhere.isEmpty()) {
      passage.deletedAtSource();
    }
  }
}
