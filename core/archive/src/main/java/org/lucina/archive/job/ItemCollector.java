package org.lucina.archive.job;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.lucina.archive.job.DoneLog.Outcome;
import org.lucina.archive.job.DoneLog.State;
import org.lucina.archive.report.KeyFile;
import org.lucina.archive.report.RunRecord;
import org.lucina.spi.anonymize.Anonymizer;
import org.lucina.spi.dixel.Dixel;
import org.lucina.spi.dixel.Reference;
import org.lucina.spi.endpoint.Endpoint;
import org.lucina.spi.endpoint.EndpointException;
import org.lucina.spi.endpoint.EndpointException.Reason;
import org.lucina.spi.query.Query;

/** Finds the studies of one item and puts them to the destination. */
final class ItemCollector {
  private final Route route;
  private final Endpoint source;
  private final Optional<KeyFile> key;
  private final boolean dryRun;
  private final Patience patience;
  private final Stop stop;

  /**
   * What an item is worked on with.
   *
   * @param source where studies are
   * @param destination where they are to be
   * @param anonymizer what lets them leave, if anything
   * @param record takes note of what that did
   */
  record Route(
      Endpoint source, Endpoint destination, Optional<Anonymizer> anonymizer, RunRecord record) {}

  ItemCollector(Route route, Optional<KeyFile> key, boolean dryRun, Patience patience, Stop stop) {
    this.route = route;
    this.source = route.source();
    this.key = key;
    this.dryRun = dryRun;
    this.patience = patience;
    this.stop = stop;
  }

  /**
   * Works on an item.
   *
   * @throws StudyTransfer.StoppedException when the job is to end meanwhile
   * @throws IOException when the key file cannot be written
   */
  Outcome collect(Query item) throws IOException, InterruptedException {
    long studies = 0;
    long put = 0;
    long existing = 0;
    try {
      List<Dixel> found = patience.attempt(stop, () -> new StudySearch(source).find(item));
      for (Dixel study : found) {
        studies++;
        if (!dryRun) {
          StudyTransfer transfer = new StudyTransfer(route, stop);
          try {
            patience.attempt(stop, () -> transferred(transfer, study.reference()));
          } finally {
            addKey(transfer);
          }
          put += transfer.put();
          existing += transfer.existing();
          if (key.isPresent() && transfer.first().isEmpty()) {
            key.get().add(study.tags(), Optional.empty());
          }
        }
      }
      State state = found.isEmpty() ? State.NOT_FOUND : State.DONE;
      return new Outcome(state, studies, put, existing, "");
    } catch (EndpointException e) {
      if (e.reason() == Reason.NOT_FOUND) {
        return new Outcome(State.NOT_FOUND, studies, put, existing, "");
      }
      String problem = e.reason() + ": " + e.getMessage();
      return new Outcome(State.FAILED, studies, put, existing, problem);
    }
  }

  private static StudyTransfer transferred(StudyTransfer transfer, Reference study)
      throws EndpointException {
    transfer.transfer(study);
    return transfer;
  }

  /** Also of a study that was put in part only: somebody may ask who that is. */
  private void addKey(StudyTransfer transfer) throws IOException {
    if (key.isPresent() && transfer.first().isPresent()) {
      StudyTransfer.First first = transfer.first().get();
      key.get().add(first.original(), Optional.of(first.put()));
    }
  }
}
