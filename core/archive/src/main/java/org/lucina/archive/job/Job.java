package org.lucina.archive.job;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/** One job: what it is to do, what it does, how far it is. Thread-safe. */
final class Job {
  private static final String STATE = "state.json";

  private final JobDefinition definition;
  private final JobFolder folder;
  private final String user;
  private final String created;
  private JobProgress progress = new JobProgress();
  private JobState state;
  private String problem = "";
  private boolean isWorking;
  private Stop stop = new Stop();
  private OptionalLong execution = OptionalLong.empty();

  private Job(JobDefinition definition, JobFolder folder, JsonObject job, JobState state) {
    this.definition = definition;
    this.folder = folder;
    this.user = job.getString("user");
    this.created = job.getString("created");
    this.state = state;
  }

  static Job create(Path jobs, String id, JsonObject definition, String user)
      throws JobException, IOException {
    JobDefinition parsed = JobDefinition.parse(definition);
    JsonObject job =
        Json.createObjectBuilder()
            .add("definition", definition)
            .add("user", user)
            .add("created", Instant.now().toString())
            .build();
    Job made = new Job(parsed, JobFolder.create(jobs, id, job), job, JobState.RUNNING);
    made.save();
    return made;
  }

  /** One that was there before a restart; a crash may have come before its state was written. */
  static Job load(JobFolder folder) throws JobException, IOException {
    JsonObject json = folder.job();
    Optional<JsonObject> saved = folder.read(STATE);
    Job job =
        new Job(
            JobDefinition.parse(json.getJsonObject("definition")),
            folder,
            json,
            saved.map(each -> JobState.valueOf(each.getString("state"))).orElse(JobState.RUNNING));
    job.problem = saved.map(each -> each.getString("problem")).orElse("");
    saved.map(each -> each.getJsonObject("progress")).ifPresent(job.progress::restore);
    return job;
  }

  private void save() throws IOException {
    folder.write(
        STATE,
        Json.createObjectBuilder()
            .add("state", state.name())
            .add("problem", problem)
            .add("progress", progress.toJson())
            .build());
  }

  String id() {
    return folder.id();
  }

  JobDefinition definition() {
    return definition;
  }

  synchronized JobState state() {
    return state;
  }

  /** Lets it run from now on. */
  synchronized void run() throws JobException, IOException {
    if (state == JobState.RUNNING || isWorking) {
      throw new JobException(JobException.Reason.CONFLICT, "the job runs already");
    }
    state = JobState.RUNNING;
    problem = "";
    save();
  }

  synchronized void executedBy(long number) {
    execution = OptionalLong.of(number);
  }

  /** It is not to run any more; tells by which execution it does. */
  synchronized OptionalLong stop() throws JobException, IOException {
    if (state != JobState.RUNNING) {
      throw new JobException(JobException.Reason.CONFLICT, "the job does not run");
    }
    state = JobState.STOPPED;
    save();
    stop.wish();
    return execution;
  }

  /** It is to end for now; it will go on when the server is there again. */
  synchronized void endSoon() {
    stop.wish();
  }

  /** Does the work on this thread; returns what it is then. */
  JobState work(JobRun run) throws IOException, InterruptedException {
    Stop wished;
    JobProgress fresh = new JobProgress();
    synchronized (this) {
      if (state != JobState.RUNNING || isWorking) {
        return state;
      }
      isWorking = true;
      stop = new Stop();
      wished = stop;
      progress = fresh;
    }
    String fault = "";
    try {
      run.run(folder, fresh, wished);
    } catch (JobException e) {
      fault = e.getMessage();
    } catch (InterruptedException e) {
      wished.wish();
      throw e;
    } catch (IOException | RuntimeException | Error e) {
      fault = "it could not go on: " + e.getClass().getName();
      throw e;
    } finally {
      ended(fault, wished);
    }
    return state();
  }

  private synchronized void ended(String fault, Stop wished) throws IOException {
    isWorking = false;
    execution = OptionalLong.empty();
    if (state == JobState.RUNNING && !fault.isEmpty()) {
      state = JobState.FAILED;
      problem = fault;
    } else if (state == JobState.RUNNING && !wished.isWished()) {
      state = JobState.COMPLETED;
    }
    save();
  }

  synchronized void fail(String why) throws IOException {
    state = JobState.FAILED;
    problem = why;
    save();
  }

  /** Removes all of it. */
  synchronized void remove() throws JobException, IOException {
    if (state == JobState.RUNNING || isWorking) {
      throw new JobException(JobException.Reason.CONFLICT, "the job runs");
    }
    folder.remove();
  }

  Optional<Path> keyFile() {
    return Optional.of(folder.file(Collector.KEY)).filter(Files::isRegularFile);
  }

  Optional<Path> findings() {
    return Optional.of(folder.file(Scanner.FINDINGS)).filter(Files::isRegularFile);
  }

  List<Path> reports() throws IOException {
    return folder.files(Collector.REPORT);
  }

  /** What may be shown of it. */
  synchronized JsonObject shown() {
    JsonObjectBuilder shown =
        Json.createObjectBuilder()
            .add("id", id())
            .add("type", definition.type())
            .add("state", state.name().toLowerCase(Locale.ROOT))
            .add("created", created)
            .add("created-by", user);
    definition.shown().forEach(shown::add);
    if (!problem.isEmpty()) {
      shown.add("problem", problem);
    }
    return shown.add("progress", progress.toJson()).build();
  }
}
