package org.lucina.archive.job;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicInteger;
import org.lucina.archive.job.DoneLog.Outcome;
import org.lucina.archive.job.DoneLog.State;
import org.lucina.archive.logging.ArchiveLog;
import org.lucina.archive.report.KeyFile;
import org.lucina.archive.report.RunRecord;
import org.lucina.archive.report.RunReport;
import org.lucina.spi.anonymize.Anonymizer;
import org.lucina.spi.endpoint.Endpoint;
import org.lucina.spi.query.Query;
import org.lucina.spi.server.LucinaServer;

/** Works on the items of a worklist, several at once, and remembers those that are done. */
final class Collector implements JobRun {
  private static final String DONE = "done.log";

  /** Name of the key file. */
  static final String KEY = "key.csv";

  /** Begins the names of reports. */
  static final String REPORT = "report";

  private final CollectDefinition definition;
  private final LucinaServer server;
  private final Endpoint archive;
  private final Patience patience;
  private final ThreadFactory threads;

  /**
   * Work that is to be done.
   *
   * @param archive itself, where the definition means that
   */
  Collector(
      CollectDefinition definition,
      LucinaServer server,
      Endpoint archive,
      Patience patience,
      ThreadFactory threads) {
    this.definition = definition;
    this.server = server;
    this.archive = archive;
    this.patience = patience;
    this.threads = threads;
  }

  @Override
  public void run(JobFolder folder, JobProgress progress, Stop stop)
      throws IOException, InterruptedException {
    try (DoneLog done = DoneLog.open(folder.file(DONE))) {
      progress.set("items", definition.worklist().items().size());
      for (String name : List.of("done", "not-found", "failed", "studies", "put", "existing")) {
        progress.set(name, 0);
      }
      done.outcomes().stream().filter(Outcome::isFinal).forEach(each -> count(progress, each));
      Run run = new Run(folder, done, progress, stop);
      work(run);
    }
  }

  private void work(Run run) throws IOException, InterruptedException {
    ExecutorService pool = Executors.newFixedThreadPool(definition.workers(), threads);
    try {
      List<Future<Void>> workers = new ArrayList<>();
      for (int i = 0; i < definition.workers(); i++) {
        workers.add(pool.submit((Callable<Void>) run::work));
      }
      List<Throwable> faults = new ArrayList<>();
      for (Future<Void> worker : workers) {
        fault(worker).ifPresent(faults::add);
      }
      if (!faults.isEmpty() && faults.get(0) instanceof IOException fault) {
        throw fault;
      }
      if (!faults.isEmpty()) {
        throw new IllegalStateException(faults.get(0));
      }
    } finally {
      pool.shutdown();
    }
  }

  /** Waits for a worker; each has files of the job open. */
  private static Optional<Throwable> fault(Future<Void> worker) throws InterruptedException {
    try {
      worker.get();
      return Optional.empty();
    } catch (ExecutionException e) {
      return Optional.of(e.getCause());
    }
  }

  private static void count(JobProgress progress, Outcome outcome) {
    progress.add(
        switch (outcome.state()) {
          case DONE -> "done";
          case NOT_FOUND -> "not-found";
          case FAILED -> "failed";
        },
        1);
    progress.add("studies", outcome.studies());
    progress.add("put", outcome.put());
    progress.add("existing", outcome.existing());
  }

  private Optional<KeyFile> keyFile(JobFolder folder) throws IOException {
    return definition.keyFile() && !definition.dryRun()
        ? Optional.of(new KeyFile(folder.file(KEY)))
        : Optional.empty();
  }

  private RunRecord record(JobFolder folder) {
    return definition.anonymizer().isPresent() && definition.report()
        ? new RunRecord(Optional.of(new RunReport(folder.path(), REPORT)), Optional.empty())
        : RunRecord.NONE;
  }

  /** One run of the job, shared by its workers. */
  private final class Run {
    private final String id;
    private final DoneLog done;
    private final Optional<KeyFile> key;
    private final RunRecord record;
    private final JobProgress progress;
    private final JobParts parts;
    private final Stop stop;
    private final AtomicInteger next = new AtomicInteger();

    private Run(JobFolder folder, DoneLog done, JobProgress progress, Stop stop)
        throws IOException {
      this.id = folder.id();
      this.done = done;
      this.key = keyFile(folder);
      this.record = record(folder);
      this.progress = progress;
      this.parts = new JobParts(server, progress, stop);
      this.stop = stop;
    }

    private Void work() throws IOException, InterruptedException {
      List<Query> items = definition.worklist().items();
      for (int item = next.getAndIncrement();
          item < items.size() && !stop.isWished();
          item = next.getAndIncrement()) {
        if (!done.isDone(item)) {
          workOrStop(item, items.get(item));
        }
      }
      return null;
    }

    /** What one worker cannot get over, the others cannot either. */
    private void workOrStop(int item, Query query) throws IOException, InterruptedException {
      boolean well = false;
      try {
        work(item, query);
        well = true;
      } finally {
        if (!well) {
          stop.wish();
        }
      }
    }

    private void work(int item, Query query) throws IOException, InterruptedException {
      Optional<Endpoint> source = endpoint(definition.source());
      Optional<Endpoint> destination = endpoint(definition.destination());
      Optional<Anonymizer> anonymizer = Optional.empty();
      if (definition.anonymizer().isPresent()) {
        anonymizer = parts.anonymizer(definition.anonymizer().get());
      }
      if (source.isEmpty() || destination.isEmpty() || stop.isWished()) {
        return;
      }
      ItemCollector collector =
          new ItemCollector(
              new ItemCollector.Route(source.get(), destination.get(), anonymizer, record),
              key,
              definition.dryRun(),
              patience,
              stop);
      try {
        Outcome outcome = collector.collect(query);
        if (outcome.state() == State.FAILED) {
          if (stop.isWished()) {
            return;
          }
          ArchiveLog.LOG.jobItemFailed(id, item + 1, outcome.problem(), null);
        }
        finish(item, outcome);
      } catch (StudyTransfer.StoppedException e) {
        ArchiveLog.LOG.jobItemLeft(id, item + 1);
      } catch (RuntimeException e) {
        ArchiveLog.LOG.jobItemFailed(id, item + 1, e.getClass().getName(), e);
        finish(item, new Outcome(State.FAILED, 0, 0, 0, e.getClass().getName()));
      }
    }

    private Optional<Endpoint> endpoint(String name) throws InterruptedException {
      return name.equals(CollectDefinition.ARCHIVE) ? Optional.of(archive) : parts.endpoint(name);
    }

    private void finish(int item, Outcome outcome) throws IOException {
      done.add(item, outcome);
      count(progress, outcome);
    }
  }
}
