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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lucina.archive.testing.FakeServer;
import org.lucina.spi.anonymize.Anonymized;
import org.lucina.spi.anonymize.Anonymizer;
import org.lucina.spi.anonymize.AnonymizerException;
import org.lucina.spi.dixel.Dixel;

/** Results of an anonymizer are compared with the originals of a worklist. */
class ScannerTest {
  private static final Patience NONE = new Patience(List.of(Duration.ZERO));
  private static final String FRESH = "\"anonymizer\":\"sham\"";
  private static final String STORED = "\"anonymizer\":\"sham\",\"results\":\"shams\"";

  @TempDir private Path jobs;

  private final MemoryEndpoint pacs =
      new MemoryEndpoint()
          .with("A1", "1.1", "1.1.1.1")
          .with("A1", "1.1", "1.1.1.2")
          .with("A200", "1.2", "1.2.1.1");
  private final MemoryEndpoint shams = new MemoryEndpoint();
  private final FakeServer server =
      new FakeServer()
          .with("pacs", pacs)
          .with("shams", shams)
          .with("sham", new ShamAnonymizer())
          .with("refusing", new Refusing());
  private JobFolder folder;

  @BeforeEach
  void makeFolder() throws IOException {
    folder = JobFolder.create(jobs, "job", JsonObject.EMPTY_JSON_OBJECT);
  }

  @Test
  void whatSurvivesIsToldByPlaceAndNeverByValue() throws Exception {
    JobProgress progress = run(FRESH, "\"A200\",\"A9\"", new Stop());

    assertThat(rows())
        .containsExactly(
            "StudyInstanceUID,SeriesInstanceUID,SOPInstanceUID,Path,Kind,Source",
            "9.1.2,9.1.2.1,9.1.2.1.1,\"(0008,0020)\",DATE,\"(0008,0020)\"",
            "9.1.2,9.1.2.1,9.1.2.1.1,\"(0008,0050)\",IDENTIFIER,\"(0008,0050)\"");
    assertThat(progress.toJson())
        .hasToString(
            "{\"items\":2,\"done\":1,\"not-found\":1,\"failed\":0,\"studies\":1,\"scanned\":1,"
                + "\"with-findings\":1,\"findings\":2,\"missing\":0,\"refused\":0,"
                + "\"unreadable\":0}");
  }

  @Test
  void whatWasToBeRetainedIsNoFinding() throws Exception {
    JobProgress progress = run(FRESH + ",\"retained\":[\"dates\"]", "\"A1\"", new Stop());
    assertThat(progress.count("scanned")).isEqualTo(2);
    assertThat(progress.count("findings")).isZero();
  }

  @Test
  void resultsAreLookedForWhereTheyAre() throws Exception {
    shams.put(new ShamAnonymizer().anonymize(pacs.instance("1.1.1.2")).dixel());
    JobProgress progress = run(STORED, "\"A1\"", new Stop());
    assertThat(progress.count("scanned")).isEqualTo(1);
    assertThat(progress.count("missing")).isEqualTo(1);
    assertThat(rows()).contains("9.1.1,9.1.1.1,9.1.1.1.1,,MISSING,");
  }

  @Test
  void whatTheAnonymizerRefusesIsCounted() throws Exception {
    JobProgress progress = run("\"anonymizer\":\"refusing\"", "\"A1\"", new Stop());
    assertThat(progress.count("refused")).isEqualTo(2);
    assertThat(rows()).hasSize(1);
  }

  @Test
  void whatWasStoppedGoesOnAndNoRowStandsTwice() throws Exception {
    Stop early = new Stop();
    server.with("sham", new StoppingAt("1.1.1.2", early));
    run(FRESH, "\"A200\",\"A1\"", early);
    assertThat(rows()).hasSize(4);

    server.with("sham", new ShamAnonymizer());
    JobProgress progress = run(FRESH, "\"A200\",\"A1\"", new Stop());
    assertThat(rows()).hasSize(5).doesNotHaveDuplicates();
    assertThat(progress.count("done")).isEqualTo(2);
    assertThat(progress.count("scanned")).isEqualTo(3);
    assertThat(progress.count("findings")).isEqualTo(4);
  }

  @Test
  void startedAgainItScansAllAnew() throws Exception {
    run(FRESH, "\"A200\"", new Stop());
    JobProgress progress = run(FRESH, "\"A200\"", new Stop());
    assertThat(progress.count("scanned")).isEqualTo(1);
    assertThat(rows()).hasSize(3);
  }

  private List<String> rows() throws IOException {
    return Files.readAllLines(folder.file(Scanner.FINDINGS));
  }

  private JobProgress run(String fields, String accessions, Stop stop) throws Exception {
    String text =
        "{\"type\":\"scan\",\"source\":\"pacs\","
            + fields
            + ",\"worklist\":{\"accession-numbers\":["
            + accessions
            + "]}}";
    try (JsonReader reader = Json.createReader(new StringReader(text))) {
      ScanDefinition definition = (ScanDefinition) JobDefinition.parse(reader.readObject());
      JobProgress progress = new JobProgress();
      new Scanner(definition, server, NONE).run(folder, progress, stop);
      return progress;
    }
  }

  /** Refuses all. */
  private static final class Refusing implements Anonymizer {
    @Override
    public Anonymized anonymize(Dixel instance) throws AnonymizerException {
      throw new AnonymizerException(AnonymizerException.Reason.REVIEW, "burned in");
    }

    @Override
    public void close() {
      // nothing is open
    }
  }

  /** Wishes the stop of the job at an instance. */
  private static final class StoppingAt implements Anonymizer {
    private final String uid;
    private final Stop stop;

    private StoppingAt(String uid, Stop stop) {
      this.uid = uid;
      this.stop = stop;
    }

    @Override
    public Anonymized anonymize(Dixel instance) throws AnonymizerException {
      if (instance.reference().instanceUid().filter(uid::equals).isPresent()) {
        stop.wish();
        throw new AnonymizerException(AnonymizerException.Reason.UNAVAILABLE, "away");
      }
      return new ShamAnonymizer().anonymize(instance);
    }

    @Override
    public void close() {
      // nothing is open
    }
  }
}
