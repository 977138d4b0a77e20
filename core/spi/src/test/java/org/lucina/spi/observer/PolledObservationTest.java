package org.lucina.spi.observer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.lucina.spi.dixel.Reference;
import org.lucina.spi.testing.CollectedEvents;

/** Looks follow one another, each from where the last one that succeeded has ended. */
@Timeout(value = 30, unit = TimeUnit.SECONDS)
class PolledObservationTest {
  private static final Duration SHORT = Duration.ofMillis(5);

  private final BlockingQueue<Optional<String>> looks = new LinkedBlockingQueue<>();
  private final CollectedEvents sink = new CollectedEvents();

  @Test
  void looksAgainFromWhereItWas() throws Exception {
    AtomicInteger count = new AtomicInteger();
    try (AutoCloseable observation =
        observe(
            Optional.of("from"),
            (position, to) -> {
              looks.add(position);
              return Optional.of("look " + count.incrementAndGet());
            })) {
      assertThat(looks.take()).hasValue("from");
      assertThat(looks.take()).hasValue("look 1");
      assertThat(looks.take()).hasValue("look 2");
    }
  }

  @Test
  void tellsFaultsAndTriesAgainFromTheSamePosition() throws Exception {
    AtomicInteger count = new AtomicInteger();
    try (AutoCloseable observation =
        observe(
            Optional.empty(),
            (position, to) -> {
              looks.add(position);
              switch (count.incrementAndGet()) {
                case 1 -> throw new ObserverException("the source is away");
                case 2 -> throw new IllegalStateException("a secret of a patient");
                case 3 -> throw new EventsNotTakenException("full", null);
                default -> to.accept(List.of(event()), "done");
              }
              return Optional.of("done");
            })) {
      for (int look = 1; look <= 4; look++) {
        assertThat(looks.take()).isEmpty();
      }
      assertThat(looks.take()).hasValue("done");
    }
    assertThat(sink.troubles())
        .containsExactly(
            "the source is away",
            "the observer failed: java.lang.IllegalStateException",
            "events were not taken and are told again: full");
    assertThat(sink.events()).isNotEmpty();
  }

  /** As drivers of databases and clients of brokers do. */
  @Test
  void endsThoughALookSwallowsTheInterrupt() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    AutoCloseable observation =
        observe(
            Optional.empty(),
            (position, to) -> {
              begun.countDown();
              try {
                TimeUnit.SECONDS.sleep(20);
              } catch (InterruptedException swallowed) {
                looks.add(position);
              }
              return position;
            });
    begun.await();
    observation.close();
    assertThat(looks).hasSize(1);
  }

  @Test
  void closingInterruptsALookAndIsSilent() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    AutoCloseable observation =
        observe(
            Optional.empty(),
            (position, to) -> {
              begun.countDown();
              try {
                Thread.sleep(Duration.ofHours(1).toMillis());
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new ObserverException("broken off", e);
              }
              return position;
            });
    begun.await();
    observation.close();

    assertThat(sink.troubles()).isEmpty();
  }

  /** A sink that is full would wait for ever. */
  @Test
  void givesNothingOnceItEndsThoughALookSwallowsTheInterrupt() throws Exception {
    CountDownLatch begun = new CountDownLatch(1);
    AutoCloseable observation =
        observe(
            Optional.empty(),
            (position, to) -> {
              begun.countDown();
              try {
                TimeUnit.SECONDS.sleep(20);
              } catch (InterruptedException swallowed) {
                looks.add(position);
              }
              to.accept(List.of(event()), "late");
              return Optional.of("late");
            });
    begun.await();
    observation.close();
    assertThat(looks).hasSize(1);
    assertThat(sink.events()).isEmpty();
  }

  @Test
  void tellsATroubleThatGoesOnOnceUntilSomethingIsTaken() throws Exception {
    AtomicInteger count = new AtomicInteger();
    try (AutoCloseable observation =
        observe(
            Optional.empty(),
            (position, to) -> {
              looks.add(position);
              if (count.incrementAndGet() == 3) {
                to.accept(List.of(event()), "taken");
              }
              throw new ObserverException("the source is away");
            })) {
      for (int look = 1; look <= 4; look++) {
        looks.take();
      }
    }
    assertThat(sink.troubles()).containsExactly("the source is away", "the source is away");
  }

  @Test
  void newsEndAPauseAndALookThatMayNotBeInterruptedIsWaitedFor() throws Exception {
    CountDownLatch begun = new CountDownLatch(2);
    AtomicInteger whole = new AtomicInteger();
    PolledObservation.Source source =
        new PolledObservation.Source() {
          @Override
          public void begin(Runnable news) {
            news.run();
          }

          @Override
          public Optional<String> look(Optional<String> position, EventSink to)
              throws InterruptedException {
            begun.countDown();
            Thread.sleep(100);
            whole.incrementAndGet();
            return position;
          }

          @Override
          public boolean mayBeInterrupted() {
            return false;
          }

          @Override
          public void end() {
            looks.add(Optional.of("end"));
          }
        };
    AutoCloseable observation =
        PolledObservation.start("test", Duration.ofHours(1), Optional.empty(), sink, source);
    begun.await();
    observation.close();
    assertThat(whole).hasValue(2);
    assertThat(looks).containsExactly(Optional.of("end"));
  }

  private AutoCloseable observe(Optional<String> position, PolledObservation.Source source) {
    return PolledObservation.start("test", SHORT, position, sink, source);
  }

  private static DixelEvent event() {
    return new DixelEvent("1", DixelEvent.Kind.ADDED, Reference.study("1.2"), Instant.EPOCH);
  }
}
