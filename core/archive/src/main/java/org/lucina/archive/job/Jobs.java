package org.lucina.archive.job;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Function;
import org.lucina.archive.logging.ArchiveLog;

/**
 * The jobs of this server: started, watched and stopped by users, kept in a folder, gone on with
 * after a restart. Thread-safe.
 */
public final class Jobs {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss").withZone(ZoneOffset.UTC);

  private final Path folder;
  private final Function<JobDefinition, JobRun> runs;
  private final BatchJobs batch;
  private final Map<String, Job> jobs = new ConcurrentSkipListMap<>();
  private boolean loaded;

  /**
   * Jobs in a folder.
   *
   * @param folder where they are remembered
   * @param runs makes the work of a definition
   * @param batch runs it
   */
  Jobs(Path folder, Function<JobDefinition, JobRun> runs, BatchJobs batch) {
    this.folder = folder;
    this.runs = runs;
    this.batch = batch;
  }

  /** Goes on with what ran when the server ended; called each time when the archive opens. */
  public synchronized void resume() {
    if (loaded) {
      return;
    }
    loaded = true;
    try {
      for (JobFolder each : JobFolder.all(folder)) {
        load(each);
      }
    } catch (IOException e) {
      ArchiveLog.LOG.jobNotRead(folder.getFileName().toString(), e);
    }
  }

  private void load(JobFolder each) {
    try {
      Job job = Job.load(each);
      jobs.put(job.id(), job);
      if (job.state() == JobState.RUNNING) {
        ArchiveLog.LOG.jobGoesOn(job.id(), job.definition().type());
        begin(job);
      }
    } catch (JobException | IOException | RuntimeException e) {
      ArchiveLog.LOG.jobNotRead(each.id(), e);
    }
  }

  private void begin(Job job) throws JobException, IOException {
    try {
      job.executedBy(batch.start(job.definition().type(), job.id()));
    } catch (JobException e) {
      job.fail(e.getMessage());
      throw e;
    }
  }

  /**
   * Starts a job.
   *
   * @param definition what it is to do, see docs/jobs.md
   * @param user who starts it
   * @return what may be shown of it
   */
  public JsonObject start(JsonObject definition, String user) throws JobException, IOException {
    resume();
    String random = UUID.randomUUID().toString().substring(0, 8);
    Job job = Job.create(folder, TIME.format(Instant.now()) + "-" + random, definition, user);
    jobs.put(job.id(), job);
    ArchiveLog.LOG.jobStarted(job.id(), job.definition().type(), user);
    begin(job);
    return job.shown();
  }

  /** What may be shown of all, the oldest first. */
  public List<JsonObject> list() {
    return jobs.values().stream().map(Job::shown).toList();
  }

  /** What may be shown of one. */
  public JsonObject show(String id) throws JobException {
    return job(id).shown();
  }

  /** Whether a job runs. */
  public boolean isRunning(String id) throws JobException {
    return job(id).state() == JobState.RUNNING;
  }

  /** Stops a job that runs: what it does at the moment is ended first. */
  public JsonObject stop(String id, String user) throws JobException, IOException {
    Job job = job(id);
    OptionalLong execution = job.stop();
    execution.ifPresent(batch::stop);
    ArchiveLog.LOG.jobStopped(id, user);
    return job.shown();
  }

  /** Starts a job again that was stopped or has ended: what failed is tried again. */
  public JsonObject restart(String id, String user) throws JobException, IOException {
    Job job = job(id);
    job.run();
    ArchiveLog.LOG.jobStarted(id, job.definition().type(), user);
    begin(job);
    return job.shown();
  }

  /** Removes a job that does not run, with its key file. */
  public void remove(String id) throws JobException, IOException {
    Job job = job(id);
    job.remove();
    jobs.remove(id);
  }

  /** Who is who in what a job has collected: patients' names stand here. */
  public Optional<Path> keyFile(String id) throws JobException {
    return job(id).keyFile();
  }

  /** What survived in what a job has scanned, without values. */
  public Optional<Path> findings(String id) throws JobException {
    return job(id).findings();
  }

  /** What an anonymizer changed in what a job has collected, without values; none without one. */
  public List<Path> reports(String id) throws JobException, IOException {
    return job(id).reports();
  }

  /** Does the work of a job on this thread, which belongs to the batch container. */
  JobState work(String id) throws JobException, IOException, InterruptedException {
    Job job = job(id);
    JobState end = job.work(runs.apply(job.definition()));
    ArchiveLog.LOG.jobEnded(id, end.name(), job.shown().getJsonObject("progress").toString());
    return end;
  }

  /** The server ends: the job goes on when it is there again. */
  void endSoon(String id) {
    Optional.ofNullable(jobs.get(id)).ifPresent(Job::endSoon);
  }

  private Job job(String id) throws JobException {
    return Optional.ofNullable(jobs.get(id))
        .orElseThrow(() -> new JobException(JobException.Reason.NOT_FOUND, "there is no such job"));
  }
}
