package org.lucina.archive.job;

/** What a job does. */
public enum JobState {
  /** It is worked on, or will be as soon as the archive is open. */
  RUNNING,
  /** Somebody has stopped it; it can be started again. */
  STOPPED,
  /** All is done, but for items that failed. */
  COMPLETED,
  /** It could not go on; it can be started again. */
  FAILED
}
