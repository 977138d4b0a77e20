package org.lucina.web.dicomweb.store;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.lucina.archive.access.Requestor;
import org.lucina.archive.store.ObjectStore;
import org.lucina.archive.store.StoreException;
import org.lucina.archive.store.StoreRequest;
import org.lucina.web.dicomweb.Uid;

/**
 * Stores the instances of one request and keeps the report of them.
 *
 * @param store where they go
 * @param requestor who sends them
 * @param study the study that they must belong to
 * @param report what became of them
 */
record Intake(ObjectStore store, Requestor requestor, Optional<Uid> study, StoreReport report) {

  /**
   * Stores a Part 10 stream; a refusal goes into the report.
   *
   * @throws IOException when the stream cannot be read
   */
  void accept(InputStream part10) throws IOException {
    StoreRequest request =
        new StoreRequest(
            requestor, Optional.empty(), Optional.empty(), Optional.empty(), study.map(Uid::value));
    try {
      report.stored(store.store(request, part10));
    } catch (StoreException refusal) {
      report.failed(refusal);
    }
  }
}
