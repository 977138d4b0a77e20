package org.lucina.archive.job;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lucina.archive.testing.FakeServer;
import org.lucina.spi.anonymize.Anonymized;

/** Studies of a worklist are brought from one endpoint to another. */
class CollectorTest {
  private static final Patience NONE = new Patience(List.of(Duration.ZERO, Duration.ZERO));

  @TempDir private Path jobs;

  private final MemoryEndpoint pacs =
      new MemoryEndpoint()
          .with("A1", "1.1", "1.1.1.1")
          .with("A1", "1.1", "1.1.1.2")
          .with("A2", "1.2", "1.2.1.1")
          .with("A3", "1.3", "1.3.1.1");
  private final MemoryEndpoint archive = new MemoryEndpoint();
  private final FakeServer server =
      new FakeServer()
          .with("pacs", pacs)
          .with("archive", archive)
          .with("sham", new ShamAnonymizer());
  private final Stop never = new Stop();
  private JobFolder folder;

  @BeforeEach
  void makeFolder() throws IOException {
    folder = JobFolder.create(jobs, "job", JsonObject.EMPTY_JSON_OBJECT);
  }

  @Test
  void whatTheWorklistNamesIsBroughtAndCounted() throws Exception {
    JobProgress progress =
        run("\"worklist\":{\"accession-numbers\":[\"A1\",\"A9\",\"A2\"]}", never);
    assertThat(archive.puts()).containsExactlyInAnyOrder("1.1.1.1", "1.1.1.2", "1.2.1.1");
    assertThat(progress.toJson())
        .hasToString(
            "{\"items\":3,\"done\":2,\"not-found\":1,\"failed\":0,\"studies\":2,\"put\":3,"
                + "\"existing\":0}");
  }

  @Test
  void whatIsThereAlreadyIsLeftOut() throws Exception {
    archive.with("A1", "1.1", "1.1.1.2");
    JobProgress progress = run("\"worklist\":{\"csv\":\"AccessionNumber\\nA1\\nA3\\n\"}", never);
    assertThat(archive.puts()).containsExactlyInAnyOrder("1.1.1.1", "1.3.1.1");
    assertThat(progress.count("existing")).isEqualTo(1);
  }

  @Test
  void whatIsAnonymizedIsMarkedAndTheKeyFileTellsWhoIsWho() throws Exception {
    run(
        "\"anonymizer\":\"sham\",\"key-file\":true,\"worklist\":{\"patient-ids\":[\"P1.1\"]}",
        never);
    assertThat(archive.uids()).containsExactly("9.1.1.1.1", "9.1.1.1.2");
    assertThat(archive.instance("9.1.1.1.1").metadata()).containsEntry(Anonymized.MARK, "true");
    List<String> rows = Files.readAllLines(folder.file(Collector.KEY));
    assertThat(rows).hasSize(2);
    assertThat(rows.get(1)).startsWith("Doe^1.1,P1.1,,,A1,,1.1,20260110,,Sham,SHAM,");
    assertThat(rows.get(1)).contains("9.1.1");
  }

  @Test
  void whatTheAnonymizerChangedIsReportedUnlessThatIsNotWanted() throws Exception {
    String items = ",\"worklist\":{\"patient-ids\":[\"P1.1\"]}";
    run("\"anonymizer\":\"sham\",\"report\":false" + items, never);
    assertThat(folder.files(Collector.REPORT)).isEmpty();
    Files.delete(folder.file("done.log"));
    run("\"anonymizer\":\"sham\"" + items, never);
    String report = Files.readString(folder.files(Collector.REPORT).get(0));
    assertThat(report).contains("9.1.1.1.1").contains("9.1.1.1.2").doesNotContain("P1.1");
  }

  @Test
  void whatIsInTheArchiveIsAnonymizedThere() throws Exception {
    archive.with("P7", "1.7", "1.7.1.1");
    runWhole(
        "{\"type\":\"collect\",\"anonymizer\":\"sham\","
            + "\"worklist\":{\"study-uids\":[\"1.7\"]}}",
        never);
    assertThat(archive.uids()).contains("1.7.1.1", "9.1.7.1.1");
  }

  @Test
  void noValueInTheKeyFileIsAFormulaToASpreadsheet() throws Exception {
    pacs.with("=1+1", "1.4", "1.4.1.1");
    String definition =
        "\"anonymizer\":\"sham\",\"key-file\":true,\"worklist\":{\"study-uids\":[\"1.4\"]}";
    run(definition, never);
    assertThat(Files.readString(folder.file(Collector.KEY))).contains(",'=1+1,");
  }

  @Test
  void theKeyFileTellsOfStudiesThatWerePutInPart() throws Exception {
    archive.refuse("9.1.1.1.2");
    JobProgress progress =
        run(
            "\"anonymizer\":\"sham\",\"key-file\":true,\"worklist\":{\"patient-ids\":[\"P1.1\"]}",
            never);
    assertThat(progress.count("failed")).isEqualTo(1);
    assertThat(archive.uids()).containsExactly("9.1.1.1.1");
    assertThat(Files.readAllLines(folder.file(Collector.KEY)).get(1)).startsWith("Doe^1.1,P1.1,");
  }

  @Test
  void theKeyFileIsMadeOfInstancesWhereTheSourceFindsNothing() throws Exception {
    pacs.findingNothing();
    run("\"anonymizer\":\"sham\",\"key-file\":true,\"worklist\":{\"study-uids\":[\"1.1\"]}", never);
    assertThat(Files.readAllLines(folder.file(Collector.KEY)).get(1)).startsWith("Doe^1.1,P1.1,");
  }

  @Test
  void whatWasStoppedGoesOnAndNothingIsDoneTwice() throws Exception {
    String definition =
        "\"workers\":1,\"key-file\":true,"
            + "\"worklist\":{\"accession-numbers\":[\"A2\",\"A1\",\"A3\"]}";
    Stop early = new Stop();
    AtomicInteger count = new AtomicInteger();
    archive.beforePut(
        () -> {
          if (count.incrementAndGet() == 2) {
            early.wish();
          }
        });
    run(definition, early);
    assertThat(archive.uids()).containsExactly("1.2.1.1", "1.1.1.1");
    JobProgress progress = run(definition, never);
    assertThat(archive.puts()).containsExactly("1.2.1.1", "1.1.1.1", "1.1.1.2", "1.3.1.1");
    assertThat(progress.count("done")).isEqualTo(3);
    assertThat(Files.readAllLines(folder.file(Collector.KEY))).hasSize(4);
  }

  @Test
  void whatACrashHasCutOffIsDoneAgain() throws Exception {
    String definition = "\"worklist\":{\"accession-numbers\":[\"A2\",\"A1\"]}";
    run(definition, never);
    Path done = folder.file("done.log");
    String lines = Files.readString(done);
    Files.writeString(done, lines.substring(0, lines.length() - 4));
    JobProgress progress = run(definition, never);
    assertThat(progress.count("done")).isEqualTo(2);
    assertThat(archive.puts()).hasSize(3);
  }

  @Test
  void whatMaySucceedLaterIsTriedAgainAtOnceWhatWasRefusedInTheNextRun() throws Exception {
    archive.unavailable(1);
    archive.refuse("1.2.1.1");
    String definition = "\"worklist\":{\"accession-numbers\":[\"A1\",\"A2\"]}";
    JobProgress first = run(definition, never);
    assertThat(first.count("done")).isEqualTo(1);
    assertThat(first.count("failed")).isEqualTo(1);
    archive.refuse();
    JobProgress next = run(definition, never);
    assertThat(next.count("failed")).isZero();
    assertThat(archive.puts()).containsExactlyInAnyOrder("1.1.1.1", "1.1.1.2", "1.2.1.1");
  }

  @Test
  void aDryRunOnlyLooks() throws Exception {
    JobProgress progress =
        run(
            "\"dry-run\":true,\"key-file\":true,\"worklist\":{\"query\":\"PatientName=Doe*\","
                + "\"from\":\"2026-01-01\",\"to\":\"2026-01-31\"}",
            never);
    assertThat(archive.puts()).isEmpty();
    assertThat(progress.count("studies")).isEqualTo(3);
    assertThat(progress.count("items")).isEqualTo(3);
    assertThat(folder.file(Collector.KEY)).doesNotExist();
  }

  private JobProgress run(String fields, Stop stop) throws Exception {
    return runWhole(
        "{\"type\":\"collect\",\"source\":\"pacs\",\"destination\":\"archive\"," + fields + "}",
        stop);
  }

  private JobProgress runWhole(String text, Stop stop) throws Exception {
    try (JsonReader reader = Json.createReader(new StringReader(text))) {
      CollectDefinition definition = (CollectDefinition) JobDefinition.parse(reader.readObject());
      JobProgress progress = new JobProgress();
      new Collector(definition, server, archive, NONE, Thread::new).run(folder, progress, stop);
      return progress;
    }
  }
}
