package org.lucina.archive.pipeline.step;

/** A step of a pipeline, with what it needs at hand. Thread-safe. */
public interface Step {

  /**
   * Does what it does to an event. Doing it again changes nothing more.
   *
   * @throws StepException when it cannot
   */
  Outcome run(Passage passage) throws StepException;

  /** Whether it has an effect elsewhere that later attempts need not repeat. */
  default boolean hasEffect() {
    return false;
  }

  /** It had its effect at an earlier attempt, and is left out now. */
  default void skipped(Passage passage) {}
}
