package org.lucina.web.job;

import java.io.IOException;
import org.lucina.archive.job.JobException;
import org.lucina.web.problem.Fault;
import org.lucina.web.problem.ProblemException;

/** Makes problems of what jobs refuse. */
final class JobFaults {
  private JobFaults() {}

  /** What is asked of jobs. */
  @FunctionalInterface
  interface Request<T> {
    T make() throws JobException, IOException;
  }

  static <T> T of(Request<T> request) throws IOException {
    try {
      return request.make();
    } catch (JobException e) {
      Fault fault =
          switch (e.reason()) {
            case MALFORMED -> Fault.BAD_REQUEST;
            case NOT_FOUND -> Fault.NOT_FOUND;
            case CONFLICT -> Fault.CONFLICT;
          };
      throw new ProblemException(fault, e.getMessage(), e);
    }
  }
}
