package org.lucina.web.dicomweb.store;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.lucina.archive.access.Requestor;
import org.lucina.archive.store.ObjectStore;
import org.lucina.archive.store.StoreException;
import org.lucina.archive.store.StoreException.Reason;
import org.lucina.archive.store.StoreOutcome;
import org.lucina.archive.store.StoreRequest;
import org.lucina.web.dicomweb.Uid;

/**
 * Stores the instances of one request and reports them in their order.
 *
 * <p>A few small ones are stored at the same time, so that they become durable together; a large
 * one streams. Used by one thread.
 */
final class Intake {
  /** Instances of one request that are stored at the same time. */
  private static final int AT_ONCE = 4;

  /** Bytes up to which an instance is small. */
  private static final int SMALL = 1 << 20;

  private final ObjectStore store;
  private final StoreRequest request;
  private final StoreReport report;
  private final Executor executor;
  private final Deque<CompletableFuture<StoreOutcome>> pending = new ArrayDeque<>();

  /**
   * An intake of one request.
   *
   * @param study the study that all must belong to, if any
   * @param executor runs what is stored at the same time
   */
  Intake(
      ObjectStore store,
      Requestor requestor,
      Optional<Uid> study,
      StoreReport report,
      Executor executor) {
    this.store = store;
    this.request =
        new StoreRequest(
            requestor, Optional.empty(), Optional.empty(), Optional.empty(), study.map(Uid::value));
    this.report = report;
    this.executor = executor;
  }

  /**
   * Stores a Part 10 stream, which is read to its end; a refusal goes into the report.
   *
   * @throws IOException when the stream cannot be read
   */
  void accept(InputStream part10) throws IOException {
    byte[] head = part10.readNBytes(SMALL);
    if (head.length < SMALL) {
      awaitLessThan(AT_ONCE);
      pending.add(storeLater(head));
      return;
    }
    finish();
    try {
      InputStream all = new SequenceInputStream(new ByteArrayInputStream(head), part10);
      report.stored(store.store(request, all));
    } catch (StoreException refusal) {
      report.failed(refusal);
    }
  }

  private CompletableFuture<StoreOutcome> storeLater(byte[] part10) {
    try {
      return CompletableFuture.supplyAsync(() -> storeNow(part10), executor);
    } catch (RejectedExecutionException busy) {
      CompletableFuture<StoreOutcome> here = new CompletableFuture<>();
      try {
        here.complete(storeNow(part10));
      } catch (RuntimeException e) {
        here.completeExceptionally(e);
      }
      return here;
    }
  }

  private StoreOutcome storeNow(byte[] part10) {
    try {
      return store.store(request, new ByteArrayInputStream(part10));
    } catch (StoreException | IOException e) {
      throw new CompletionException(e);
    }
  }

  /** Waits for what is being stored. */
  void finish() {
    awaitLessThan(1);
  }

  private void awaitLessThan(int count) {
    while (pending.size() >= count) {
      try {
        report.stored(pending.remove().join());
      } catch (CompletionException e) {
        report.failed(
            e.getCause() instanceof StoreException refusal
                ? refusal
                : new StoreException(Reason.FAILED, "the instance cannot be stored", e));
      }
    }
  }

  /** A refusal before anything could be stored. */
  void refuse(StoreException refusal) {
    finish();
    report.failed(refusal);
  }
}
