package org.lucina.archive.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.lucina.spi.endpoint.EndpointException;
import org.lucina.spi.endpoint.EndpointException.Reason;
import org.lucina.spi.observer.DixelEvent;
import org.lucina.spi.pipeline.FailedEvent;
import org.lucina.spi.pipeline.StepType;

/** What pipelines promise when steps fail. */
interface FailureContract {
  PipelineFixture fixture();

  @Test
  default void aTransientFailureIsTriedAgainWithGrowingDelay() throws Exception {
    AtomicInteger attempts = new AtomicInteger();
    fixture()
        .destination
        .failing(
            dixel -> {
              if (attempts.incrementAndGet() < 3) {
                throw new EndpointException(Reason.UNAVAILABLE, "away");
              }
            });
    fixture().put().run();
    long begun = System.nanoTime();
    fixture().observer.tell("1", fixture().added(1, 1));
    fixture().awaitProcessed(1);
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThan(Duration.ofMillis(150));
    assertThat(attempts).hasValue(3);
    assertThat(fixture().status().retried()).isEqualTo(2);
    assertThat(fixture().status().lastError()).contains("step 'put0': away");
  }

  @Test
  default void whatFailsTooOftenIsInTheFailedListAndCanBeTriedAgain() throws Exception {
    fixture()
        .destination
        .failing(
            dixel -> {
              throw new EndpointException(Reason.FAILED, "broken");
            });
    fixture().put().run();
    DixelEvent first = fixture().added(1, 1);
    DixelEvent second = fixture().added(1, 2);
    fixture().observer.tell("1", first, second);
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> assertThat(fixture().status().failed()).isEqualTo(2));
    fixture().restart();
    List<FailedEvent> failed = fixture().pipeline.failed(10);
    assertThat(failed).hasSize(2);
    FailedEvent latest = failed.get(0);
    assertThat(latest.attempts()).isEqualTo(3);
    assertThat(latest.step()).isEqualTo("put0");
    assertThat(latest.error()).isEqualTo("broken");
    assertThat(fixture().pipeline.failed(1)).containsExactly(latest);

    fixture().destination.failing(dixel -> {});
    assertThat(fixture().pipeline.retryFailed(List.of(latest.id()))).isEqualTo(1);
    fixture().awaitProcessed(1);
    assertThat(fixture().destination.putInstances())
        .containsExactly(latest.reference().instanceUid().orElseThrow());
    assertThat(fixture().pipeline.purgeFailed(List.of())).isEqualTo(1);
    assertThat(fixture().pipeline.failed(10)).isEmpty();
    assertThat(fixture().pipeline.retryFailed(List.of("' OR 1=1"))).isZero();
  }

  @Test
  default void aPermanentFailureIsInTheFailedListAtOnce() throws Exception {
    fixture()
        .destination
        .failing(
            dixel -> {
              throw new EndpointException(Reason.REFUSED, "not wanted");
            });
    fixture().put().run();
    fixture().observer.tell("1", fixture().added(1, 1));
    await().untilAsserted(() -> assertThat(fixture().pipeline.failed(10)).hasSize(1));
    assertThat(fixture().pipeline.failed(10).get(0).attempts()).isEqualTo(1);
    assertThat(fixture().status().retried()).isZero();
  }

  @Test
  default void whatIsNoLongerAtTheSourceIsDropped() throws Exception {
    fixture().put().run();
    DixelEvent event = fixture().added(1, 1);
    fixture().source.delete(event.reference());
    fixture().observer.tell("1", event);
    await().untilAsserted(() -> assertThat(fixture().status().dropped()).isEqualTo(1));
    assertThat(fixture().pipeline.failed(10)).isEmpty();
  }

  @Test
  default void eventsOfAStudyKeepTheirOrderThroughRetriesWhenAskedTo() throws Exception {
    fixture().ordered = true;
    fixture().concurrency = 4;
    AtomicInteger calls = new AtomicInteger();
    fixture()
        .destination
        .failing(
            dixel -> {
              if (calls.incrementAndGet() % 7 == 0) {
                throw new EndpointException(Reason.UNAVAILABLE, "away");
              }
            });
    fixture().attempts = 5;
    fixture().put().run();
    DixelEvent[] events =
        IntStream.range(0, 60)
            .mapToObj(i -> fixture().added(i % 3, i / 3))
            .toArray(DixelEvent[]::new);
    fixture().observer.tell("1", events);
    fixture().awaitProcessed(60);
    for (int study = 0; study < 3; study++) {
      String uid = events[study].reference().studyUid().orElseThrow();
      List<String> told =
          Arrays.stream(events)
              .filter(event -> event.reference().studyUid().orElseThrow().equals(uid))
              .map(event -> event.reference().instanceUid().orElseThrow())
              .toList();
      List<String> put =
          fixture().destination.puts.stream()
              .filter(dixel -> dixel.reference().studyUid().orElseThrow().equals(uid))
              .map(dixel -> dixel.reference().instanceUid().orElseThrow())
              .toList();
      assertThat(put).isEqualTo(told);
    }
  }

  @Test
  default void effectsOfEarlierAttemptsAreNotRepeated() throws Exception {
    AtomicInteger told = new AtomicInteger();
    RecordingEndpoint second = new RecordingEndpoint();
    fixture().step(StepType.PUT, Optional.of("source"), Map.of()).put().run();
    fixture().source.failing(dixel -> told.incrementAndGet());
    fixture()
        .destination
        .failing(
            dixel -> {
              if (second.calls.isEmpty()) {
                second.calls.add("once");
                throw new EndpointException(Reason.UNAVAILABLE, "away");
              }
            });
    fixture().observer.tell("1", fixture().added(1, 1));
    fixture().awaitProcessed(1);
    assertThat(told).hasValue(1);
  }
}
