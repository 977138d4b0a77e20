package org.lucina.archive.job;

import jakarta.batch.api.BatchProperty;
import jakarta.batch.api.Batchlet;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** The one step of every batch job: does the work of the job that its parameter names. */
@Named
@Dependent
public class JobBatchlet implements Batchlet {
  @Inject private Jobs jobs;
  @Inject @BatchProperty private String job;

  @Override
  public String process() throws Exception {
    return jobs.work(job).name();
  }

  @Override
  public void stop() {
    jobs.endSoon(job);
  }
}
