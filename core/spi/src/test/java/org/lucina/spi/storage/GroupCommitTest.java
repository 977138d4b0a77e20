package org.lucina.spi.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class GroupCommitTest {
  private static final int CALLERS = 16;

  private final ExecutorService threads = Executors.newFixedThreadPool(CALLERS);
  private final List<List<Integer>> batches = Collections.synchronizedList(new ArrayList<>());

  @AfterEach
  void stop() {
    threads.shutdownNow();
  }

  @Test
  void aLoneCallerDoesItsTaskItself() {
    Thread[] by = new Thread[1];
    new GroupCommit<Integer>(10, batch -> by[0] = Thread.currentThread()).submit(1);
    assertThat(by[0]).isSameAs(Thread.currentThread());
  }

  @Test
  void tasksThatComeMeanwhileAreDoneTogetherInBatchesOfTheSizeAllowed() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    GroupCommit<Integer> commit =
        new GroupCommit<>(
            4,
            batch -> {
              batches.add(batch);
              begun.countDown();
              await(goOn);
            });
    Future<?> first = threads.submit(() -> commit.submit(0));
    begun.await();
    List<Thread> sleepers = Collections.synchronizedList(new ArrayList<>());
    List<Future<?>> others = new ArrayList<>();
    for (int task = 1; task <= 6; task++) {
      int number = task;
      others.add(
          threads.submit(
              () -> {
                sleepers.add(Thread.currentThread());
                commit.submit(number);
              }));
    }
    awaitSleeping(sleepers, 6);
    goOn.countDown();
    first.get();
    for (Future<?> other : others) {
      other.get();
    }
    assertThat(batches).extracting(List::size).containsExactly(1, 4, 2);
  }

  @Test
  void everyTaskIsDoneOnceBeforeItsCallerReturnsAndNoTwoBatchesAtATime() throws Exception {
    AtomicInteger running = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    GroupCommit<AtomicInteger> commit =
        new GroupCommit<>(
            8,
            batch -> {
              most.accumulateAndGet(running.incrementAndGet(), Math::max);
              batch.forEach(AtomicInteger::incrementAndGet);
              running.decrementAndGet();
            });
    List<Future<?>> callers =
        IntStream.range(0, CALLERS)
            .<Future<?>>mapToObj(
                caller ->
                    threads.submit(
                        () -> {
                          for (int i = 0; i < 2000; i++) {
                            AtomicInteger task = new AtomicInteger();
                            commit.submit(task);
                            assertThat(task).hasValue(1);
                          }
                        }))
            .toList();
    for (Future<?> caller : callers) {
      caller.get();
    }
    assertThat(most).hasValue(1);
  }

  @Test
  void anErrorOfABatchReachesWhoDidItAndHoldsNobodyUp() {
    GroupCommit<Integer> commit =
        new GroupCommit<>(
            1,
            batch -> {
              if (batch.get(0) == 1) {
                throw new IllegalStateException("of the test");
              }
              batches.add(batch);
            });
    assertThatThrownBy(() -> commit.submit(1)).hasMessage("of the test");
    commit.submit(2);
    assertThat(batches).containsExactly(List.of(2));
  }

  private static void awaitSleeping(List<Thread> sleepers, int number) throws InterruptedException {
    while (sleepers.size() < number
        || sleepers.stream().anyMatch(each -> each.getState() != Thread.State.WAITING)) {
      Thread.sleep(1);
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
