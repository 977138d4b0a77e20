package org.lucina.archive.job;

import jakarta.batch.operations.BatchRuntimeException;
import jakarta.batch.operations.JobExecutionNotRunningException;
import jakarta.batch.operations.JobOperator;
import jakarta.batch.operations.NoSuchJobExecutionException;
import jakarta.batch.runtime.BatchRuntime;
import java.util.Properties;
import java.util.function.Function;
import org.lucina.archive.logging.ArchiveLog;

/** The {@link BatchJobs} of Jakarta Batch. */
final class ContainerJobs implements BatchJobs {
  /** Parameter of a batch job that tells which job it is. */
  static final String JOB = "job";

  @Override
  public long start(String type, String id) throws JobException {
    Properties parameters = new Properties();
    parameters.setProperty(JOB, id);
    try {
      return operate(operator -> operator.start(type, parameters));
    } catch (BatchRuntimeException e) {
      throw new JobException(
          JobException.Reason.CONFLICT, "the batch container does not start it", e);
    }
  }

  /** One that has ended, or was never begun, needs no stop. */
  @Override
  public void stop(long execution) {
    try {
      operate(
          operator -> {
            operator.stop(execution);
            return execution;
          });
    } catch (JobExecutionNotRunningException | NoSuchJobExecutionException ended) {
      ArchiveLog.LOG.jobHasEnded(execution);
    }
  }

  /** The container finds the batch jobs of a deployment by the thread's class loader. */
  private static <T> T operate(Function<JobOperator, T> work) {
    Thread thread = Thread.currentThread();
    ClassLoader callers = thread.getContextClassLoader();
    thread.setContextClassLoader(ContainerJobs.class.getClassLoader());
    try {
      return work.apply(BatchRuntime.getJobOperator());
    } finally {
      thread.setContextClassLoader(callers);
    }
  }
}
