package org.lucina.web.dicomweb.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lucina.archive.access.Requestor;
import org.lucina.archive.store.ObjectStore;
import org.lucina.archive.store.StoreException;
import org.lucina.archive.store.StoreException.Reason;
import org.lucina.archive.store.StoreOutcome;
import org.lucina.web.dicomweb.ServiceUri;

class IntakeTest {
  private static final Requestor USER =
      new Requestor("u", Requestor.Protocol.DICOMWEB, "127.0.0.1", Optional.empty(), false);

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final StoreReport report = new StoreReport(new ServiceUri("http://h"));

  @AfterEach
  void stop() {
    threads.shutdownNow();
  }

  @Test
  void storesFourSmallOnesAtTheSameTime() throws Exception {
    CountDownLatch together = new CountDownLatch(4);
    Intake intake =
        intake(
            (request, data) -> {
              together.countDown();
              await(together);
              return outcome(data.readAllBytes().length);
            });
    for (int i = 0; i < 8; i++) {
      intake.accept(new ByteArrayInputStream(new byte[i]));
    }
    intake.finish();
    assertThat(together.getCount()).isZero();
    List<String> inOrder = IntStream.range(0, 8).mapToObj(i -> "1." + i).toList();
    assertThat(report.storedInstances()).isEqualTo(inOrder);
  }

  @Test
  void streamsALargeOneAfterThoseBefore() throws Exception {
    Thread caller = Thread.currentThread();
    Intake intake =
        intake(
            (request, data) -> {
              int length = (int) data.transferTo(java.io.OutputStream.nullOutputStream());
              boolean streams = Thread.currentThread() == caller;
              assertThat(streams).isEqualTo(length > 1000);
              return outcome(length);
            });
    intake.accept(new ByteArrayInputStream(new byte[10]));
    intake.accept(new ByteArrayInputStream(new byte[5 << 20]));
    assertThat(report.storedInstances()).containsExactly("1.10", "1." + (5 << 20));
  }

  @Test
  void reportsWhatFails() throws Exception {
    Intake intake =
        intake(
            (request, data) -> {
              if (data.read() == 1) {
                throw new StoreException(Reason.DUPLICATE, "taken");
              }
              throw new IllegalStateException("broken");
            });
    intake.accept(new ByteArrayInputStream(new byte[] {1}));
    intake.accept(new ByteArrayInputStream(new byte[] {2}));
    intake.finish();
    assertThat(report.failures()).isEqualTo(2);
    assertThat(report.words()).containsExactly("taken", "the instance cannot be stored");
  }

  @Test
  void storesItselfWhenNoThreadIsFree() throws Exception {
    Intake intake =
        new Intake(
            (request, data) -> outcome(data.readAllBytes().length),
            USER,
            Optional.empty(),
            report,
            task -> {
              throw new RejectedExecutionException();
            });
    intake.accept(new ByteArrayInputStream(new byte[3]));
    intake.finish();
    assertThat(report.storedInstances()).containsExactly("1.3");
  }

  private Intake intake(ObjectStore store) {
    return new Intake(store, USER, Optional.empty(), report, threads);
  }

  private static StoreOutcome outcome(int length) {
    return new StoreOutcome(StoreOutcome.Kind.STORED, "1.7", "1." + length, "9", "8");
  }

  private static void await(CountDownLatch latch) throws IOException {
    try {
      if (!latch.await(10, TimeUnit.SECONDS)) {
        throw new IOException("not at the same time");
      }
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }
}
