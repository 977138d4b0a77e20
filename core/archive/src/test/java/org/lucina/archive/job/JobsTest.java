package org.lucina.archive.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Jobs are started, stopped, started again, and go on after a restart of the server. */
class JobsTest {
  @TempDir private Path folder;

  private final AtomicInteger runs = new AtomicInteger();
  private final CountDownLatch finish = new CountDownLatch(1);
  private Jobs jobs;

  private final List<Throwable> thrown = new CopyOnWriteArrayList<>();
  private volatile Trouble trouble = () -> {};

  private interface Trouble {
    void happen() throws InterruptedException;
  }

  @BeforeEach
  void make() {
    jobs = server();
  }

  @Test
  void aJobRunsToItsEnd() throws Exception {
    String id = start();
    finish.countDown();
    awaitState(id, "completed");
    assertThat(jobs.show(id).getJsonObject("progress").getInt("work")).isEqualTo(1);
    assertThat(jobs.list()).hasSize(1);
    jobs.remove(id);
    assertThat(jobs.list()).isEmpty();
    assertThat(Files.exists(folder.resolve(id))).isFalse();
  }

  @Test
  void aStoppedJobStaysStoppedUntilItIsStartedAgain() throws Exception {
    String id = start();
    await().until(() -> runs.get() == 1);
    assertThatThrownBy(() -> jobs.remove(id)).hasMessageContaining("the job runs");
    jobs.stop(id, "admin");
    awaitState(id, "stopped");
    assertThatThrownBy(() -> jobs.stop(id, "admin")).hasMessageContaining("does not run");
    jobs = server();
    jobs.resume();
    awaitState(id, "stopped");
    finish.countDown();
    jobs.restart(id, "admin");
    awaitState(id, "completed");
    assertThat(runs).hasValue(2);
  }

  @Test
  void aJobThatRanWhenTheServerEndedGoesOn() throws Exception {
    String id = start();
    await().until(() -> runs.get() == 1);
    jobs.endSoon(id);
    await()
        .until(() -> Files.readString(folder.resolve(id).resolve("state.json")).contains("work"));
    jobs = server();
    finish.countDown();
    jobs.resume();
    awaitState(id, "completed");
    assertThat(runs).hasValue(2);
  }

  @Test
  void aJobThatBrokeHasNotCompleted() throws Exception {
    trouble =
        () -> {
          throw new NoClassDefFoundError("gone");
        };
    String id = start();
    awaitState(id, "failed");
    assertThat(jobs.show(id).getString("problem")).contains("NoClassDefFoundError");
    await().untilAsserted(() -> assertThat(thrown).hasSize(1));
    trouble = () -> {};
    finish.countDown();
    jobs.restart(id, "admin");
    awaitState(id, "completed");
  }

  @Test
  void anInterruptedJobGoesOnAtTheNextStart() throws Exception {
    trouble =
        () -> {
          throw new InterruptedException();
        };
    String id = start();
    await()
        .until(() -> Files.readString(folder.resolve(id).resolve("state.json")).contains("work"));
    assertThat(jobs.show(id).getString("state")).isEqualTo("running");
    trouble = () -> {};
    finish.countDown();
    jobs = server();
    jobs.resume();
    awaitState(id, "completed");
  }

  @Test
  void unknownJobsAreTold() {
    assertThatThrownBy(() -> jobs.show("none"))
        .isInstanceOfSatisfying(
            JobException.class,
            e -> assertThat(e.reason()).isEqualTo(JobException.Reason.NOT_FOUND));
  }

  private String start() throws Exception {
    JsonObject definition =
        Json.createObjectBuilder()
            .add("type", "index")
            .add("path", "/data")
            .add("endpoint", "any")
            .build();
    return jobs.start(definition, "admin").getString("id");
  }

  private void awaitState(String id, String state) {
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> jobs.show(id).getString("state").equals(state));
  }

  /** A server on the folder, whose jobs work until they are stopped or may finish. */
  private Jobs server() {
    Jobs[] made = new Jobs[1];
    BatchJobs batch =
        new BatchJobs() {
          @Override
          public long start(String type, String id) {
            Thread thread =
                new Thread(
                    () -> {
                      try {
                        made[0].work(id);
                      } catch (Exception | Error e) {
                        thrown.add(e);
                      }
                    });
            thread.setDaemon(true);
            thread.start();
            return 1;
          }

          @Override
          public void stop(long execution) {
            // the wish is enough
          }
        };
    made[0] =
        new Jobs(
            folder,
            definition ->
                (own, progress, stop) -> {
                  runs.incrementAndGet();
                  progress.add("work", 1);
                  trouble.happen();
                  while (!stop.isWished() && finish.getCount() > 0) {
                    stop.pause(Duration.ofMillis(20));
                  }
                },
            batch);
    return made[0];
  }
}
