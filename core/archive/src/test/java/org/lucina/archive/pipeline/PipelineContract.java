package org.lucina.archive.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.lucina.archive.index.TestDatabase;
import org.lucina.spi.endpoint.EndpointException;
import org.lucina.spi.endpoint.EndpointException.Reason;
import org.lucina.spi.observer.DixelEvent;
import org.lucina.spi.observer.EventsNotTakenException;
import org.lucina.spi.pipeline.FailedEvent;
import org.lucina.spi.pipeline.PipelineStatus.State;
import org.lucina.spi.pipeline.StepType;

/** What pipelines promise, on whatever database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class PipelineContract {
  Path folder;
  private TestDatabase database;
  private EmbeddedBroker broker;
  private PipelineFixture fixture;

  abstract TestDatabase open() throws Exception;

  @BeforeAll
  void start(@TempDir Path temporary) throws Exception {
    folder = temporary;
    database = open();
    broker = new EmbeddedBroker(folder);
  }

  @BeforeEach
  void prepare() {
    fixture = new PipelineFixture(broker, database.database());
  }

  @AfterEach
  void forget() {
    fixture.close();
  }

  @AfterAll
  void stop() throws Exception {
    broker.close();
    database.close();
  }

  @Test
  void anEventBringsItsDixelToTheDestination() throws Exception {
    fixture.put().run();
    DixelEvent event = fixture.added(1, 1);
    fixture.observer.tell("1", event);
    fixture.awaitProcessed(1);
    assertThat(fixture.destination.putInstances())
        .containsExactly(event.reference().instanceUid().orElseThrow());
    assertThat(fixture.destination.contents).hasSize(1);
    assertThat(fixture.status().received()).isEqualTo(1);
  }

  @Test
  void theObserverGoesOnWhereItWasAfterARestart() throws Exception {
    fixture.put().run();
    fixture.observer.tell("position 7", fixture.added(1, 1));
    fixture.awaitProcessed(1);
    fixture.restart();
    fixture.observer.sink();
    assertThat(fixture.observer.begunAt()).contains("position 7");
  }

  @Test
  void eventsThatAreToldAgainAfterACrashBeforeThePositionAreLeftOut() throws Exception {
    fixture.put().open();
    DixelEvent[] events =
        IntStream.range(0, 10).mapToObj(i -> fixture.added(1, i)).toArray(DixelEvent[]::new);
    fixture.begin();
    fixture.observer.tell("1", events);
    fixture.awaitProcessed(10);
    // As after a crash: the position was not saved, and the observer tells them and more again.
    fixture.restart();
    DixelEvent more = fixture.added(2, 1);
    DixelEvent[] again = java.util.Arrays.copyOf(events, 11);
    again[10] = more;
    fixture.observer.tell("2", again);
    fixture.awaitProcessed(1);
    assertThat(fixture.destination.puts).hasSize(11);
    assertThat(fixture.positions.of(fixture.name, "observer")).contains("2");
  }

  @Test
  void aThousandEventsAreTakenAtOnce() throws Exception {
    fixture.put().run();
    DixelEvent[] events =
        IntStream.range(0, 1_000).mapToObj(i -> fixture.added(1, i)).toArray(DixelEvent[]::new);
    fixture.observer.tell("1", events);
    fixture.awaitProcessed(1_000);
    assertThat(new HashSet<>(fixture.destination.putInstances())).hasSize(1_000);
    await().untilAsserted(() -> assertThat(fixture.status().queued()).isZero());
  }

  @Test
  void eventsStayQueuedWhilePartsAreAway() throws Exception {
    fixture.put().run();
    fixture.pipeline.stop();
    fixture.observer.tell("1", fixture.added(1, 1), fixture.added(1, 2));
    fixture.pipeline.suspend();
    assertThat(fixture.observer.isObserved()).isFalse();
    assertThat(fixture.status().state()).isEqualTo(State.WAITING);
    fixture.restart();
    fixture.awaitProcessed(2);
  }

  @Test
  void aTransientFailureIsTriedAgainWithGrowingDelay() throws Exception {
    AtomicInteger attempts = new AtomicInteger();
    fixture.destination.failing(
        dixel -> {
          if (attempts.incrementAndGet() < 3) {
            throw new EndpointException(Reason.UNAVAILABLE, "away");
          }
        });
    fixture.put().run();
    long begun = System.nanoTime();
    fixture.observer.tell("1", fixture.added(1, 1));
    fixture.awaitProcessed(1);
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isGreaterThan(Duration.ofMillis(150));
    assertThat(attempts).hasValue(3);
    assertThat(fixture.status().retried()).isEqualTo(2);
    assertThat(fixture.status().lastError()).contains("step 'put0': away");
  }

  @Test
  void whatFailsTooOftenIsInTheFailedListAndCanBeTriedAgain() throws Exception {
    fixture.destination.failing(
        dixel -> {
          throw new EndpointException(Reason.FAILED, "broken");
        });
    fixture.put().run();
    DixelEvent first = fixture.added(1, 1);
    DixelEvent second = fixture.added(1, 2);
    fixture.observer.tell("1", first, second);
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(() -> assertThat(fixture.status().failed()).isEqualTo(2));
    fixture.restart();
    List<FailedEvent> failed = fixture.pipeline.failed(10);
    assertThat(failed).hasSize(2);
    FailedEvent latest = failed.get(0);
    assertThat(latest.attempts()).isEqualTo(3);
    assertThat(latest.step()).isEqualTo("put0");
    assertThat(latest.error()).isEqualTo("broken");
    assertThat(fixture.pipeline.failed(1)).containsExactly(latest);

    fixture.destination.failing(dixel -> {});
    assertThat(fixture.pipeline.retryFailed(List.of(latest.id()))).isEqualTo(1);
    fixture.awaitProcessed(1);
    assertThat(fixture.destination.putInstances())
        .containsExactly(latest.reference().instanceUid().orElseThrow());
    assertThat(fixture.pipeline.purgeFailed(List.of())).isEqualTo(1);
    assertThat(fixture.pipeline.failed(10)).isEmpty();
    assertThat(fixture.pipeline.retryFailed(List.of("' OR 1=1"))).isZero();
  }

  @Test
  void aPermanentFailureIsInTheFailedListAtOnce() throws Exception {
    fixture.destination.failing(
        dixel -> {
          throw new EndpointException(Reason.REFUSED, "not wanted");
        });
    fixture.put().run();
    fixture.observer.tell("1", fixture.added(1, 1));
    await().untilAsserted(() -> assertThat(fixture.pipeline.failed(10)).hasSize(1));
    assertThat(fixture.pipeline.failed(10).get(0).attempts()).isEqualTo(1);
    assertThat(fixture.status().retried()).isZero();
  }

  @Test
  void whatIsNoLongerAtTheSourceIsDropped() throws Exception {
    fixture.put().run();
    DixelEvent event = fixture.added(1, 1);
    fixture.source.delete(event.reference());
    fixture.observer.tell("1", event);
    await().untilAsserted(() -> assertThat(fixture.status().dropped()).isEqualTo(1));
    assertThat(fixture.pipeline.failed(10)).isEmpty();
  }

  @Test
  void eventsOfAStudyKeepTheirOrderThroughRetriesWhenAskedTo() throws Exception {
    fixture.ordered = true;
    fixture.concurrency = 4;
    AtomicInteger calls = new AtomicInteger();
    fixture.destination.failing(
        dixel -> {
          if (calls.incrementAndGet() % 7 == 0) {
            throw new EndpointException(Reason.UNAVAILABLE, "away");
          }
        });
    fixture.attempts = 5;
    fixture.put().run();
    DixelEvent[] events =
        IntStream.range(0, 60)
            .mapToObj(i -> fixture.added(i % 3, i / 3))
            .toArray(DixelEvent[]::new);
    fixture.observer.tell("1", events);
    fixture.awaitProcessed(60);
    for (int study = 0; study < 3; study++) {
      String uid = events[study].reference().studyUid().orElseThrow();
      List<String> told =
          java.util.Arrays.stream(events)
              .filter(event -> event.reference().studyUid().orElseThrow().equals(uid))
              .map(event -> event.reference().instanceUid().orElseThrow())
              .toList();
      List<String> put =
          fixture.destination.puts.stream()
              .filter(dixel -> dixel.reference().studyUid().orElseThrow().equals(uid))
              .map(dixel -> dixel.reference().instanceUid().orElseThrow())
              .toList();
      assertThat(put).isEqualTo(told);
    }
  }

  @Test
  void aStudyGoesOnOnceItIsQuiet() throws Exception {
    fixture.step(StepType.WAIT, Map.of("quiet", "PT60S")).put().run();
    fixture.destination.taking(org.lucina.spi.dixel.DicomLevel.STUDY);
    fixture.observer.tell("1", fixture.added(1, 1), fixture.added(1, 2), fixture.added(2, 1));
    await().untilAsserted(() -> assertThat(fixture.status().waiting()).isEqualTo(2));
    fixture.clock.forward(Duration.ofSeconds(40));
    fixture.observer.tell("2", fixture.added(1, 3));
    await().untilAsserted(() -> assertThat(fixture.status().queued()).isZero());
    fixture.restart();
    fixture.clock.forward(Duration.ofSeconds(30));
    fixture.awaitProcessed(1);
    String second = fixture.added(2, 1).reference().studyUid().orElseThrow();
    assertThat(fixture.destination.puts.get(0).reference().studyUid()).contains(second);
    fixture.clock.forward(Duration.ofSeconds(40));
    fixture.awaitProcessed(2);
    assertThat(fixture.destination.puts).hasSize(2);
    await().untilAsserted(() -> assertThat(fixture.status().waiting()).isZero());
  }

  @Test
  void instancesAreBundledToTheirSeriesOnce() throws Exception {
    fixture.step(StepType.BUNDLE, Map.of("level", "series")).put().run();
    fixture.destination.taking(org.lucina.spi.dixel.DicomLevel.SERIES);
    fixture.observer.tell("1", fixture.added(1, 1), fixture.added(1, 2), fixture.added(1, 3));
    fixture.awaitProcessed(1);
    assertThat(fixture.destination.puts).hasSize(1);
    assertThat(fixture.status().dropped()).isEqualTo(2);
  }

  @Test
  void aStudyIsBrokenUpIntoInstances() throws Exception {
    fixture.step(StepType.BUNDLE, Map.of("level", "instance")).put().run();
    DixelEvent one = fixture.added(1, 1);
    fixture.added(1, 2);
    fixture.added(2, 1);
    fixture.observer.tell(
        "1",
        new DixelEvent(
            "study",
            DixelEvent.Kind.STABLE,
            one.reference().at(org.lucina.spi.dixel.DicomLevel.STUDY).orElseThrow(),
            one.time()));
    fixture.awaitProcessed(2);
    assertThat(new HashSet<>(fixture.destination.putInstances())).hasSize(2);
  }

  @Test
  void nothingIsBegunOutsideOfTheDailyWindow() throws Exception {
    java.time.LocalTime now = java.time.LocalTime.now(fixture.clock);
    fixture.window =
        Optional.of(new org.lucina.spi.pipeline.DailyWindow(now.plusHours(2), now.plusHours(4)));
    fixture.put().run();
    fixture.observer.tell("1", fixture.added(1, 1));
    await().untilAsserted(() -> assertThat(fixture.status().queued()).isEqualTo(1));
    assertThat(fixture.status().state()).isEqualTo(State.CLOSED);
    assertThat(fixture.destination.puts).isEmpty();
    fixture.clock.forward(Duration.ofHours(3));
    fixture.awaitProcessed(1);
    assertThat(fixture.status().state()).isEqualTo(State.RUNNING);
  }

  @Test
  void noMoreEventsAreBegunInAMinuteThanAreAllowed() throws Exception {
    fixture.perMinute = 5;
    fixture.put().run();
    fixture.observer.tell(
        "1", IntStream.range(0, 8).mapToObj(i -> fixture.added(1, i)).toArray(DixelEvent[]::new));
    fixture.awaitProcessed(5);
    Thread.sleep(700);
    assertThat(fixture.status().processed()).isEqualTo(5);
    fixture.clock.forward(Duration.ofMinutes(1));
    fixture.awaitProcessed(8);
  }

  @Test
  void suspendingBreaksOffWorkThatIsDoneAgainLater() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    Set<String> interrupted = new HashSet<>();
    fixture.destination.failing(
        dixel -> {
          begun.countDown();
          try {
            Thread.sleep(60_000);
          } catch (InterruptedException e) {
            interrupted.add(dixel.reference().instanceUid().orElseThrow());
            throw e;
          }
        });
    fixture.concurrency = 1;
    fixture.put().run();
    fixture.observer.tell("1", fixture.added(1, 1));
    begun.await();
    fixture.pipeline.suspend();
    assertThat(interrupted).hasSize(1);
    assertThat(fixture.status().queued()).isEqualTo(1);
    fixture.destination.failing(dixel -> {});
    fixture.begin();
    fixture.awaitProcessed(1);
    assertThat(fixture.pipeline.failed(10)).isEmpty();
    assertThat(fixture.status().retried()).isZero();
  }

  @Test
  void suspendingWaitsForWorkThatEndsSoon() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    fixture.destination.failing(
        dixel -> {
          begun.countDown();
          Thread.sleep(500);
        });
    fixture.put().run();
    fixture.observer.tell("1", fixture.added(1, 1));
    begun.await();
    fixture.pipeline.suspend();
    assertThat(fixture.destination.puts).hasSize(1);
    assertThat(fixture.status().queued()).isZero();
  }

  @Test
  void drainingWorksOnWhatIsThereAndStops() throws Exception {
    fixture.put().run();
    fixture.pipeline.stop();
    fixture.observer.tell("1", fixture.added(1, 1), fixture.added(1, 2));
    fixture.pipeline.drain();
    assertThat(fixture.observer.isObserved()).isFalse();
    fixture.awaitProcessed(2);
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> assertThat(fixture.status().state()).isEqualTo(State.STOPPED));
    assertThat(fixture.observer.isObserved()).isFalse();
    fixture.pipeline.start();
    fixture.observer.tell("2", fixture.added(1, 3));
    fixture.awaitProcessed(3);
  }

  @Test
  void nothingIsLostWhenTheBrokerIsStartedAgain() throws Exception {
    fixture.put().run();
    fixture.pipeline.stop();
    fixture.observer.tell("1", fixture.added(1, 1), fixture.added(1, 2));
    broker.stop();
    assertThat(
            org.assertj.core.api.Assertions.catchThrowable(
                () -> fixture.observer.tell("2", fixture.added(1, 3))))
        .isInstanceOf(EventsNotTakenException.class);
    broker.start();
    fixture.pipeline.start();
    fixture.observer.tell("2", fixture.added(1, 3));
    fixture.awaitProcessed(3);
  }

  @Test
  void aForgottenPipelineBeginsAnew() throws Exception {
    fixture.put().run();
    DixelEvent event = fixture.added(1, 1);
    fixture.observer.tell("1", event);
    fixture.awaitProcessed(1);
    fixture.pipeline.stop();
    fixture.observer.tell("2", fixture.added(1, 2));
    fixture.pipeline.close();
    assertThat(fixture.engine.forget(fixture.name)).isEqualTo(1);
    fixture.run();
    fixture.observer.tell("1", event);
    fixture.awaitProcessed(1);
    assertThat(fixture.destination.puts).hasSize(2);
  }

  @Test
  void effectsOfEarlierAttemptsAreNotRepeated() throws Exception {
    AtomicInteger told = new AtomicInteger();
    RecordingEndpoint second = new RecordingEndpoint();
    fixture.step(StepType.PUT, Optional.of("source"), Map.of()).put().run();
    fixture.source.failing(dixel -> told.incrementAndGet());
    fixture.destination.failing(
        dixel -> {
          if (second.calls.isEmpty()) {
            second.calls.add("once");
            throw new EndpointException(Reason.UNAVAILABLE, "away");
          }
        });
    fixture.observer.tell("1", fixture.added(1, 1));
    fixture.awaitProcessed(1);
    assertThat(told).hasValue(1);
  }
}
