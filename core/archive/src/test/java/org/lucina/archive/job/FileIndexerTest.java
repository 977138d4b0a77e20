package org.lucina.archive.job;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lucina.archive.testing.FakeServer;
import org.lucina.dicom.testing.SyntheticObject;
import org.lucina.dicom.testing.SyntheticObjects;

/** Files below a folder are put to an endpoint, whatever their names and depth. */
class FileIndexerTest {
  private static final Patience NONE = new Patience(List.of(Duration.ZERO));

  @TempDir private Path data;
  @TempDir private Path jobs;

  private final SyntheticObjects objects = new SyntheticObjects(5);
  private final MemoryEndpoint index = new MemoryEndpoint();
  private final FakeServer server = new FakeServer().with("index", index);
  private final SyntheticObject first = objects.small(1, 1, 1, 1);
  private final SyntheticObject next = objects.small(1, 1, 1, 2);
  private final SyntheticObject last = objects.small(2, 1, 1, 1);
  private JobFolder folder;

  @BeforeEach
  void write() throws Exception {
    folder = JobFolder.create(jobs, "job", JsonObject.EMPTY_JSON_OBJECT);
    write("a/deep/er/IM1", first.file());
    write("a-b", next.file());
    write("z.dcm", last.file());
    write("notes.txt", "nothing of DICOM".getBytes());
  }

  @Test
  void everyObjectIsPutWithItsPath() throws Exception {
    JobProgress progress = run(Optional.empty(), new Stop());
    assertThat(index.uids())
        .containsExactly(first.sopInstance(), next.sopInstance(), last.sopInstance());
    assertThat(index.instance(first.sopInstance()).metadata())
        .containsEntry("path", data.resolve("a/deep/er/IM1").toString());
    assertThat(progress.count("put")).isEqualTo(3);
    assertThat(progress.count("other")).isEqualTo(1);
  }

  @Test
  void oneCollectionAloneCanBePut() throws Exception {
    JobProgress progress = run(Optional.of("no such accession number"), new Stop());
    assertThat(index.uids()).isEmpty();
    assertThat(progress.count("of-other-collections")).isEqualTo(3);
  }

  @Test
  void whatWasStoppedGoesOnBehindTheLastFile() throws Exception {
    for (int stopAt = 1; stopAt <= 2; stopAt++) {
      Stop early = new Stop();
      AtomicInteger count = new AtomicInteger();
      int after = stopAt;
      index.beforePut(
          () -> {
            if (count.incrementAndGet() == after) {
              early.wish();
            }
          });
      run(Optional.empty(), early);
    }
    JobProgress progress = run(Optional.empty(), new Stop());
    assertThat(index.puts())
        .containsExactly(first.sopInstance(), next.sopInstance(), last.sopInstance());
    assertThat(progress.count("put")).isEqualTo(3);
  }

  @Test
  void whatFailedIsTriedAgainWhenTheJobIsStartedAgain() throws Exception {
    index.refuse(next.sopInstance());
    JobProgress progress = run(Optional.empty(), new Stop());
    assertThat(progress.count("failed")).isEqualTo(1);
    index.refuse();
    progress = run(Optional.empty(), new Stop());
    assertThat(progress.count("failed")).isZero();
    assertThat(index.uids()).hasSize(3);
  }

  @Test
  void aFileThatMakesTheEndpointBreakEndsNoJob() throws Exception {
    AtomicInteger count = new AtomicInteger();
    index.beforePut(
        () -> {
          if (count.incrementAndGet() == 1) {
            throw new IllegalStateException("broken");
          }
        });
    JobProgress progress = run(Optional.empty(), new Stop());
    assertThat(progress.count("failed")).isEqualTo(1);
    assertThat(index.uids()).containsExactly(next.sopInstance(), last.sopInstance());
  }

  private void write(String name, byte[] content) throws Exception {
    Path file = data.resolve(name);
    Files.createDirectories(file.getParent());
    Files.write(file, content);
  }

  private JobProgress run(Optional<String> collection, Stop stop) throws Exception {
    JobProgress progress = new JobProgress();
    new FileIndexer(new IndexDefinition(data, "index", collection, false), server, NONE)
        .run(folder, progress, stop);
    return progress;
  }
}
