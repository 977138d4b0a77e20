package org.lucina.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import org.jboss.as.controller.client.helpers.Operations;
import org.jboss.dmr.ModelNode;
import org.lucina.dicom.UID;

/** Whether the server under test is as it was: threads, heap, and answers to C-ECHO. */
final class Vitals implements AutoCloseable {
  private static final String THREADING = "core-service=platform-mbean/type=threading";
  private static final String MEMORY = "core-service=platform-mbean/type=memory";

  /** Pools of the container keep some threads for the next request. */
  private static final int SPARE_THREADS = 16;

  /** Threads of 100 associations, and of 32 connections that are answered by a rejection. */
  private static final int BUSY_THREADS = 132;

  private static final long SPARE_HEAP = 32 << 20;

  private final Management management;
  private final int threads;
  private final long heap;

  /** Measures the server as it is now. */
  Vitals() throws IOException {
    management = Management.connect();
    threads = threads();
    heap = heap();
    management.run(
        Operations.createOperation("reset-peak-thread-count", Management.address(THREADING)));
  }

  /** Asserts that the server answers a C-ECHO. */
  static void assertAnswers() throws IOException {
    try (Scu scu = Scu.open(Ports.ofServer(), UID.Verification)) {
      assertThat(scu.echo()).isZero();
    }
  }

  /** Asserts that the server took threads within bounds, and has given back what it took. */
  void assertUnharmed() throws IOException {
    assertThat(management.read(THREADING).get("peak-thread-count").asInt())
        .isLessThanOrEqualTo(threads + BUSY_THREADS + SPARE_THREADS);
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() -> assertThat(threads()).isLessThanOrEqualTo(threads + SPARE_THREADS));
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(() -> assertThat(heap()).isLessThanOrEqualTo(heap + SPARE_HEAP));
  }

  private int threads() throws IOException {
    return management.read(THREADING).get("thread-count").asInt();
  }

  private long heap() throws IOException {
    management.run(Operations.createOperation("gc", Management.address(MEMORY)));
    ModelNode memory = management.read(MEMORY);
    return memory.get("heap-memory-usage").get("used").asLong();
  }

  @Override
  public void close() throws IOException {
    management.close();
  }
}
