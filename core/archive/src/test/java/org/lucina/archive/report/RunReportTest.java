package org.lucina.archive.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lucina.spi.anonymize.Anonymized;
import org.lucina.spi.anonymize.Anonymized.Change;
import org.lucina.spi.dixel.Dixel;
import org.lucina.spi.dixel.Reference;

class RunReportTest {
  private static final List<Change> CHANGES =
      List.of(new Change("(0010,0010)", "replace", "(0010,0010) \"x\""));

  @TempDir private Path folder;

  @Test
  void changesThatAreAlikeStandOnce() throws Exception {
    RunReport report = report("2026-12-01T23:59:59Z");
    report.add(made("1.1", CHANGES));
    report.add(made("1.2", CHANGES));
    report.add(made("1.2", CHANGES));
    report.add(made("1.3", List.of()));
    List<String> lines = Files.readAllLines(folder.resolve("s-2026-12-01.jsonl"));
    assertThat(lines).hasSize(5);
    assertThat(lines.get(0))
        .contains("\"path\":\"(0010,0010)\",\"action\":\"replace\"")
        .contains("\\\"x\\\"");
    assertThat(lines.get(1)).contains("\"time\":\"2026-12-01T23:59:59Z\",\"instance\":\"1.1\"");
    assertThat(Files.getPosixFilePermissions(folder.resolve("s-2026-12-01.jsonl"))).hasSize(2);
  }

  @Test
  void eachDayAndEachFullFileIsFollowedByAnother() throws Exception {
    report("2026-12-01T23:59:59Z").add(made("1.1", CHANGES));
    report("2026-12-02T00:00:00Z").add(made("1.2", CHANGES));
    assertThat(names()).containsExactly("s-2026-12-01.jsonl", "s-2026-12-02.jsonl");
    Files.write(folder.resolve("s-2026-12-02.jsonl"), new byte[(16 << 20) + 1]);
    report("2026-12-02T01:00:00Z").add(made("1.3", CHANGES));
    assertThat(Files.readAllLines(folder.resolve("s-2026-12-02-2.jsonl")))
        .as("each file stands alone")
        .hasSize(2);
  }

  @Test
  void aFileThatWasTakenAwayBeginsAnew() throws Exception {
    RunReport report = report("2026-12-01T12:00:00Z");
    report.add(made("1.1", CHANGES));
    Files.delete(folder.resolve("s-2026-12-01.jsonl"));
    report.add(made("1.2", CHANGES));
    assertThat(Files.readAllLines(folder.resolve("s-2026-12-01.jsonl"))).hasSize(2);
  }

  private RunReport report(String now) {
    return new RunReport(folder, "s", Clock.fixed(Instant.parse(now), ZoneOffset.UTC));
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  private static Anonymized made(String uid, List<Change> changes) {
    return new Anonymized(Dixel.of(Reference.instance("1", "1.0", uid)).build(), changes);
  }

  /** As requests have one each. */
  @Test
  void severalBeginAFileAtTheSameTime() throws Exception {
    int reports = 16;
    for (int round = 0; round < 20; round++) {
      String day = String.format("2026-11-%02dT12:00:00Z", round + 1);
      CyclicBarrier together = new CyclicBarrier(reports);
      ExecutorService threads = Executors.newFixedThreadPool(reports);
      List<Future<Void>> done = new ArrayList<>();
      for (int i = 0; i < reports; i++) {
        RunReport report = report(day);
        Callable<Void> adding =
            () -> {
              together.await();
              report.add(made("1.1", List.of()));
              return null;
            };
        done.add(threads.submit(adding));
      }
      threads.shutdown();
      for (Future<Void> each : done) {
        each.get();
      }
    }
    assertThat(names()).hasSize(20);
  }
}
