package org.lucina.spi.pipeline;

/** Runs pipelines: the archive offers it to the subsystem. Thread-safe. */
public interface PipelineEngine {

  /**
   * Refuses what {@link #open} would refuse, without opening it: a definition that administrators
   * set is checked before it replaces the one that runs.
   *
   * @throws IllegalArgumentException saying which step or value cannot be
   */
  default void check(PipelineDefinition definition) {}

  /**
   * Opens a pipeline: its queue is there, with what was left in it, and nothing runs yet.
   *
   * @throws IllegalArgumentException saying which step or value cannot be
   */
  PipelineControl open(PipelineDefinition definition);

  /**
   * Forgets what a pipeline has queued, waiting and failed, and the positions of its observers, for
   * one that is no longer configured.
   *
   * @return how many events were forgotten
   */
  long forget(String pipeline);
}
