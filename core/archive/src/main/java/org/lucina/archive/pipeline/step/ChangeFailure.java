package org.lucina.archive.pipeline.step;

/** Carries the fault of a change out of where only unchecked ones get through: a stream. */
final class ChangeFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ChangeFailure(StepException fault) {
    super(fault);
  }
}
