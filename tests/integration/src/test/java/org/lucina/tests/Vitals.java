package org.lucina.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import org.jboss.as.controller.client.helpers.Operations;
import org.jboss.dmr.ModelNode;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.lucina.dicom.UID;

/**
 * Asserts that tests leave the server as it was: after each it answers a C-ECHO, and at the end it
 * has given back the threads and the heap that they took.
 */
final class Vitals implements BeforeAllCallback, AfterEachCallback, AfterAllCallback {
  private static final String THREADING = "core-service=platform-mbean/type=threading";
  private static final String MEMORY = "core-service=platform-mbean/type=memory";

  /** Pools of the container keep some threads for the next request. */
  private static final int SPARE_THREADS = 16;

  /** Threads of 100 associations, and of 32 connections that are answered by a rejection. */
  private static final int BUSY_THREADS = 132;

  private static final long SPARE_HEAP = 32 << 20;

  private Management management;
  private int threads;
  private long heap;

  @Override
  public void beforeAll(ExtensionContext context) throws IOException {
    management = Management.connect();
    threads = threads();
    heap = heap();
    management.run(
        Operations.createOperation("reset-peak-thread-count", Management.address(THREADING)));
  }

  @Override
  public void afterEach(ExtensionContext context) throws IOException {
    assertAnswers();
  }

  @Override
  public void afterAll(ExtensionContext context) throws IOException {
    try {
      assertUnharmed();
    } finally {
      management.close();
    }
  }

  /** Asserts that the server answers a C-ECHO. */
  static void assertAnswers() throws IOException {
    try (Scu scu = Scu.open(Ports.ofServer(), UID.Verification)) {
      assertThat(scu.echo()).isZero();
    }
  }

  private void assertUnharmed() throws IOException {
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
}
