package org.lucina.archive.index.write;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lucina.archive.index.TestObject;
import org.lucina.spi.server.ArchiveSettings.Duplicates;

class AdditionQueueTest {
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<Addition> written = Collections.synchronizedList(new ArrayList<>());

  @AfterEach
  void stop() {
    threads.shutdownNow();
  }

  @Test
  void whoSettlesFindsAllThatWasQueuedBeforeWritten() {
    AdditionQueue queue = new AdditionQueue(threads, written::addAll);
    List<Addition> added = new ArrayList<>();
    for (int i = 0; i < 1000; i++) {
      added.add(addition());
      queue.add(added.get(i));
    }
    queue.settle();
    assertThat(written).isEqualTo(added);
  }

  @Test
  void settlingWaitsForABatchThatIsBeingWritten() throws Exception {
    CountDownLatch go = new CountDownLatch(1);
    AdditionQueue queue =
        new AdditionQueue(
            threads,
            batch -> {
              await(go);
              written.addAll(batch);
            });
    queue.add(addition());
    Future<?> settled = threads.submit(queue::settle);
    assertThatThrownBy(() -> settled.get(50, TimeUnit.MILLISECONDS))
        .isInstanceOf(java.util.concurrent.TimeoutException.class);
    go.countDown();
    settled.get(10, TimeUnit.SECONDS);
    assertThat(written).hasSize(1);
  }

  @Test
  void aUidThatIsClaimedIsWaitedFor() throws Exception {
    AdditionQueue queue = new AdditionQueue(threads, written::addAll);
    Addition addition = addition();
    String uid = addition.candidate().record().sopInstance();
    queue.claim(uid);
    Future<Integer> second =
        threads.submit(
            () -> {
              queue.claim(uid);
              return written.size();
            });
    queue.add(addition);
    assertThat(second.get(10, TimeUnit.SECONDS)).isEqualTo(1);
    queue.release(uid);
    queue.claim(uid);
  }

  @Test
  void aFullQueueMakesSendersWaitAndLosesNothing() throws Exception {
    CountDownLatch go = new CountDownLatch(1);
    AdditionQueue queue =
        new AdditionQueue(
            threads,
            batch -> {
              await(go);
              written.addAll(batch);
            });
    int more = (int) (AdditionQueue.CAPACITY / addition().candidate().weight()) + 10;
    Future<?> sender =
        threads.submit(
            () -> {
              for (int i = 0; i < more; i++) {
                queue.add(addition());
              }
            });
    assertThatThrownBy(() -> sender.get(2, TimeUnit.SECONDS))
        .isInstanceOf(java.util.concurrent.TimeoutException.class);
    go.countDown();
    sender.get(30, TimeUnit.SECONDS);
    queue.settle();
    assertThat(written).hasSize(more);
  }

  @Test
  void anErrorOfOneBatchDoesNotHoldUpTheNext() {
    AdditionQueue queue =
        new AdditionQueue(
            task -> threads.execute(() -> quietly(task)),
            batch -> {
              if (written.isEmpty()) {
                written.addAll(batch);
                throw new OutOfMemoryError("of the test");
              }
              written.addAll(batch);
            });
    queue.add(addition());
    queue.settle();
    queue.add(addition());
    queue.settle();
    assertThat(written).hasSize(2);
  }

  @Test
  void anExecutorThatIsShuttingDownLeavesTheWorkToTheSender() {
    AdditionQueue queue =
        new AdditionQueue(
            task -> {
              throw new RejectedExecutionException("of the test");
            },
            written::addAll);
    queue.add(addition());
    assertThat(written).hasSize(1);
  }

  private static Addition addition() {
    return new Addition(Candidate.of(TestObject.ctSlice().build(), Duplicates.KEEP));
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void quietly(Runnable task) {
    try {
      task.run();
    } catch (OutOfMemoryError expected) {
      assertThat(expected).hasMessage("of the test");
    }
  }
}
