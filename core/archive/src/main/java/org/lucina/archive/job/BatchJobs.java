package org.lucina.archive.job;

/** Runs jobs in the batch container of the server. */
interface BatchJobs {

  /**
   * Starts a job.
   *
   * @param type name of the batch job
   * @param id which job it is
   * @return the execution
   */
  long start(String type, String id) throws JobException;

  /** Wishes that an execution ends. */
  void stop(long execution);
}
