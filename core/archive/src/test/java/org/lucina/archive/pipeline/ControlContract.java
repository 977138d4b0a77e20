package org.lucina.archive.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.search.Search;
import java.time.Duration;
import java.time.LocalTime;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.lucina.spi.observer.DixelEvent;
import org.lucina.spi.pipeline.DailyWindow;
import org.lucina.spi.pipeline.PipelineStatus.State;

/** What pipelines promise of when they work, and of how they are stopped. */
interface ControlContract {
  PipelineFixture fixture();

  @Test
  default void eventsStayQueuedWhilePartsAreAway() throws Exception {
    fixture().put().run();
    fixture().pipeline.stop();
    fixture().observer.tell("1", fixture().added(1, 1), fixture().added(1, 2));
    fixture().pipeline.suspend();
    assertThat(fixture().observer.isObserved()).isFalse();
    assertThat(fixture().status().state()).isEqualTo(State.WAITING);
    fixture().restart();
    fixture().awaitProcessed(2);
  }

  @Test
  default void itsNumbersAreMetricsForAsLongAsItIsOpen() throws Exception {
    MeterRegistry metrics = fixture().metrics;
    fixture().put().run();
    fixture().observer.tell("1", fixture().added(1, 1));
    fixture().awaitProcessed(1);

    Search processed = metrics.find("lucina.pipeline.processed").tag("pipeline", fixture().name);
    assertThat(processed.functionCounter().count()).isEqualTo(1);
    assertThat(metrics.get("lucina.pipeline.queued").gauge().value()).isZero();

    fixture().pipeline.close();
    assertThat(metrics.getMeters()).isEmpty();
  }

  @Test
  default void nothingIsBegunOutsideOfTheDailyWindow() throws Exception {
    LocalTime now = LocalTime.now(fixture().clock);
    fixture().window = Optional.of(new DailyWindow(now.plusHours(2), now.plusHours(4)));
    fixture().put().run();
    fixture().observer.tell("1", fixture().added(1, 1));
    await().untilAsserted(() -> assertThat(fixture().status().queued()).isEqualTo(1));
    assertThat(fixture().status().state()).isEqualTo(State.CLOSED);
    assertThat(fixture().destination.puts).isEmpty();
    fixture().clock.forward(Duration.ofHours(3));
    fixture().awaitProcessed(1);
    assertThat(fixture().status().state()).isEqualTo(State.RUNNING);
  }

  @Test
  default void noMoreEventsAreBegunInAMinuteThanAreAllowed() throws Exception {
    fixture().perMinute = 5;
    fixture().put().run();
    fixture()
        .observer
        .tell(
            "1",
            IntStream.range(0, 8).mapToObj(i -> fixture().added(1, i)).toArray(DixelEvent[]::new));
    fixture().awaitProcessed(5);
    Thread.sleep(700);
    assertThat(fixture().status().processed()).isEqualTo(5);
    fixture().clock.forward(Duration.ofMinutes(1));
    fixture().awaitProcessed(8);
  }

  @Test
  default void suspendingBreaksOffWorkThatIsDoneAgainLater() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    Set<String> interrupted = new HashSet<>();
    fixture()
        .destination
        .failing(
            dixel -> {
              begun.countDown();
              try {
                Thread.sleep(60_000);
              } catch (InterruptedException e) {
                interrupted.add(dixel.reference().instanceUid().orElseThrow());
                throw e;
              }
            });
    fixture().concurrency = 1;
    fixture().put().run();
    fixture().observer.tell("1", fixture().added(1, 1));
    begun.await();
    fixture().pipeline.suspend();
    assertThat(interrupted).hasSize(1);
    assertThat(fixture().status().queued()).isEqualTo(1);
    fixture().destination.failing(dixel -> {});
    fixture().begin();
    fixture().awaitProcessed(1);
    assertThat(fixture().pipeline.failed(10)).isEmpty();
    assertThat(fixture().status().retried()).isZero();
  }

  @Test
  default void suspendingWaitsForWorkThatEndsSoon() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    fixture()
        .destination
        .failing(
            dixel -> {
              begun.countDown();
              Thread.sleep(500);
            });
    fixture().put().run();
    fixture().observer.tell("1", fixture().added(1, 1));
    begun.await();
    fixture().pipeline.suspend();
    assertThat(fixture().destination.puts).hasSize(1);
    assertThat(fixture().status().queued()).isZero();
  }

  @Test
  default void drainingWorksOnWhatIsThereAndStops() throws Exception {
    fixture().put().run();
    fixture().pipeline.stop();
    fixture().observer.tell("1", fixture().added(1, 1), fixture().added(1, 2));
    fixture().pipeline.drain();
    assertThat(fixture().observer.isObserved()).isFalse();
    fixture().awaitProcessed(2);
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> assertThat(fixture().status().state()).isEqualTo(State.STOPPED));
    assertThat(fixture().observer.isObserved()).isFalse();
    fixture().pipeline.start();
    fixture().observer.tell("2", fixture().added(1, 3));
    fixture().awaitProcessed(3);
  }
}
