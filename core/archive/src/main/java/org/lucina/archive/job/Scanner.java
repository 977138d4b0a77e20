package org.lucina.archive.job;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.lucina.archive.logging.ArchiveLog;
import org.lucina.deid.scan.Finding;
import org.lucina.spi.anonymize.Anonymizer;
import org.lucina.spi.dixel.Dixel;
import org.lucina.spi.endpoint.Endpoint;
import org.lucina.spi.endpoint.EndpointException;
import org.lucina.spi.endpoint.EndpointException.Reason;
import org.lucina.spi.mint.Mint;
import org.lucina.spi.query.Query;
import org.lucina.spi.server.LucinaServer;

/** Scans the studies of a worklist, one after the other, and remembers how far it is. */
final class Scanner implements JobRun {
  /** Name of the file that tells what survived. */
  static final String FINDINGS = "findings.csv";

  private static final String CHECKPOINT = "checkpoint.json";
  private static final String REACHED = "reached";
  private static final String LENGTH = "findings";
  private static final List<String> COUNTS =
      List.of(
          "done",
          "not-found",
          "failed",
          "studies",
          "scanned",
          "with-findings",
          "findings",
          "missing",
          "refused",
          "unreadable");

  private final ScanDefinition definition;
  private final LucinaServer server;
  private final Patience patience;

  Scanner(ScanDefinition definition, LucinaServer server, Patience patience) {
    this.definition = definition;
    this.server = server;
    this.patience = patience;
  }

  @Override
  public void run(JobFolder folder, JobProgress progress, Stop stop)
      throws IOException, InterruptedException {
    List<Query> items = definition.worklist().items();
    progress.set("items", items.size());
    COUNTS.forEach(name -> progress.set(name, 0));
    Optional<JsonObject> checkpoint = folder.read(CHECKPOINT).filter(json -> !json.isEmpty());
    checkpoint.map(json -> json.getJsonObject("counts")).ifPresent(progress::restore);
    int reached = checkpoint.map(json -> json.getInt(REACHED)).orElse(0);
    long length = checkpoint.map(json -> json.getJsonNumber(LENGTH).longValue()).orElse(0L);
    try (FindingsFile findings = FindingsFile.open(folder.file(FINDINGS), length)) {
      Run run = new Run(folder.id(), findings, progress, stop);
      for (int item = reached; item < items.size(); item++) {
        if (!run.isDone(item, items.get(item))) {
          return;
        }
        save(folder, progress, item + 1, findings.length());
      }
    }
    // All was seen: started again, it scans all anew.
    folder.write(CHECKPOINT, JsonObject.EMPTY_JSON_OBJECT);
  }

  private static void save(JobFolder folder, JobProgress progress, int reached, long length)
      throws IOException {
    folder.write(
        CHECKPOINT,
        Json.createObjectBuilder()
            .add(REACHED, reached)
            .add(LENGTH, length)
            .add("counts", progress.toJson())
            .build());
  }

  /** The job is to end; the item is scanned anew when it goes on. */
  private static final class StoppedException extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /** One run of the job. */
  private final class Run {
    private final String id;
    private final FindingsFile findings;
    private final JobProgress progress;
    private final JobParts parts;
    private final Stop stop;
    private Optional<String> refusal = Optional.empty();

    private Run(String id, FindingsFile findings, JobProgress progress, Stop stop) {
      this.id = id;
      this.findings = findings;
      this.progress = progress;
      this.parts = new JobParts(server, progress, stop);
      this.stop = stop;
    }

    /** Scans an item; false when the job is to end before that is done. */
    private boolean isDone(int item, Query query) throws IOException, InterruptedException {
      Optional<Endpoint> source = parts.endpoint(definition.source());
      Optional<Endpoint> results = Optional.empty();
      Optional<Anonymizer> anonymizer = Optional.empty();
      Optional<Mint> mint = Optional.empty();
      if (definition.results().isPresent()) {
        results = parts.endpoint(definition.results().get());
      }
      if (definition.anonymizer().isPresent()) {
        anonymizer = parts.anonymizer(definition.anonymizer().get());
      }
      if (definition.mint().isPresent()) {
        mint = parts.mint(definition.mint().get());
      }
      if (source.isEmpty() || stop.isWished()) {
        return false;
      }
      refusal = Optional.empty();
      ResultSource made = new ResultSource(anonymizer, mint, results);
      try {
        progress.add(scan(query, source.get(), made) ? "done" : "not-found", 1);
      } catch (StoppedException e) {
        ArchiveLog.LOG.jobItemLeft(id, item + 1);
        return false;
      } catch (EndpointException e) {
        if (stop.isWished()) {
          return false;
        }
        ArchiveLog.LOG.jobItemFailed(id, item + 1, e.reason() + ": " + e.getMessage(), null);
        progress.add("failed", 1);
      } catch (RuntimeException e) {
        ArchiveLog.LOG.jobItemFailed(id, item + 1, e.getClass().getName(), e);
        progress.add("failed", 1);
      }
      refusal.ifPresent(why -> ArchiveLog.LOG.jobItemFailed(id, item + 1, why, null));
      return true;
    }

    /** Whether there is any study. */
    private boolean scan(Query query, Endpoint source, ResultSource made)
        throws EndpointException, IOException, InterruptedException {
      StudySearch search = new StudySearch(source);
      List<Dixel> studies;
      try {
        studies = patience.attempt(stop, () -> search.find(query));
        for (Dixel study : studies) {
          progress.add("studies", 1);
          search.instances(study.reference(), ResultSource.views(source), each -> scan(each, made));
        }
      } catch (EndpointException e) {
        if (e.reason() == Reason.NOT_FOUND) {
          return false;
        }
        throw e;
      }
      return !studies.isEmpty();
    }

    private void scan(Dixel original, ResultSource made) throws EndpointException, IOException {
      if (stop.isWished()) {
        throw new StoppedException();
      }
      Dixel result;
      try {
        result = made.of(original);
      } catch (ResultSource.NoResultException e) {
        refusal = Optional.of("not anonymized: " + e.getMessage());
        progress.add("refused", 1);
        return;
      }
      Optional<Dixel> fetched = made.fetched(result);
      if (fetched.isEmpty()) {
        findings.add(result.reference(), "MISSING");
        progress.add("missing", 1);
        return;
      }
      List<Finding> found;
      try {
        found = InstanceScan.of(original, fetched.get(), definition.policy());
      } catch (IOException e) {
        findings.add(result.reference(), "UNREADABLE");
        progress.add("unreadable", 1);
        return;
      }
      progress.add("scanned", 1);
      if (!found.isEmpty()) {
        findings.add(result.reference(), found);
        progress.add("with-findings", 1);
        progress.add("findings", found.size());
      }
    }
  }
}
