package org.lucina.archive.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Steps are interrupted, what others share with them is not. */
@Timeout(30)
class InterruptionTest {
  private final Interruption interruption = new Interruption();

  @Test
  void whatIsDoneAsAWholeIsInterruptedAfterwards() throws Exception {
    List<Boolean> interrupted = new ArrayList<>();
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch requested = new CountDownLatch(1);
    Thread worker =
        new Thread(
            () -> {
              try {
                interruption.enter();
                try (Interruption.Hold whole = Interruption.hold()) {
                  begun.countDown();
                  requested.await();
                  try (Interruption.Hold within = Interruption.hold()) {
                    interrupted.add(Thread.currentThread().isInterrupted());
                  }
                  interrupted.add(Thread.currentThread().isInterrupted());
                }
                interrupted.add(Thread.currentThread().isInterrupted());
              } catch (InterruptedException e) {
                throw new IllegalStateException(e);
              } finally {
                interruption.leave();
                interrupted.add(Thread.currentThread().isInterrupted());
              }
            });
    worker.start();
    begun.await();
    interruption.request();
    requested.countDown();
    worker.join();
    assertThat(interrupted).containsExactly(false, false, true, false);
    assertThatThrownBy(interruption::enter).isInstanceOf(InterruptedException.class);
  }

  @Test
  void onOtherThreadsNothingIsHeldBack() {
    Thread.currentThread().interrupt();
    try (Interruption.Hold nothing = Interruption.hold()) {
      assertThat(Thread.currentThread().isInterrupted()).isTrue();
    }
    assertThat(Thread.interrupted()).isTrue();
  }
}
