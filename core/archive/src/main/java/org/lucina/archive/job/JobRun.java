package org.lucina.archive.job;

import java.io.IOException;

/** The work of a job, which can be run again: it goes on where it was. */
interface JobRun {

  /**
   * Works until all is done or the stop is wished.
   *
   * @throws IOException when it cannot remember what it has done
   * @throws JobException when it cannot work at all
   */
  void run(JobFolder folder, JobProgress progress, Stop stop)
      throws IOException, JobException, InterruptedException;
}
