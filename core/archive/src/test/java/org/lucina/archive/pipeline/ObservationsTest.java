package org.lucina.archive.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.lucina.archive.index.TestDatabase;
import org.lucina.archive.pipeline.queue.PipelineQueue;
import org.lucina.archive.pipeline.state.Positions;
import org.lucina.spi.dixel.Reference;
import org.lucina.spi.observer.DixelEvent;
import org.lucina.spi.observer.EventSink;
import org.lucina.spi.observer.Observer;

/** Observers of third parties cannot hold up a pipeline, whatever they do. */
@Timeout(60)
class ObservationsTest {
  @TempDir Path folder;
  private TestDatabase database;
  private Observations observations;

  @BeforeEach
  void open() throws Exception {
    database = TestDatabase.h2(folder.resolve("database"));
    Positions positions = new Positions(database.database().transactions(), "here");
    PipelineQueue queue =
        new PipelineQueue(
            ahead -> {
              throw new jakarta.jms.JMSException("away");
            },
            "test",
            false);
    Tally tally = new Tally(Clock.systemUTC());
    observations =
        new Observations(
            "test",
            positions,
            name -> new Intake("test", name, queue, positions, tally, 100),
            Thread::new,
            Duration.ofMillis(200));
  }

  @AfterEach
  void close() throws Exception {
    database.close();
  }

  @Test
  void anEndThatNeverComesIsWaitedForOnlySoLong() throws Exception {
    CountDownLatch never = new CountDownLatch(1);
    Told told = new Told(never::await);
    Map<String, Observer> observers = Map.of("hanging", told);
    observations.begin(observers);
    assertThat(observations.areAll(observers)).isTrue();
    observations.end();
    assertThat(observations.areAll(observers)).isFalse();
    DixelEvent event =
        new DixelEvent("1", DixelEvent.Kind.ADDED, Reference.study("1.2"), java.time.Instant.EPOCH);
    assertThatThrownBy(() -> told.sink.accept(List.of(event), "1"))
        .isInstanceOf(InterruptedException.class);
    never.countDown();
  }

  @Test
  void oneWhosePluginIsHalfGoneHarmsNoOther() {
    Told broken =
        new Told(() -> {}) {
          @Override
          public AutoCloseable observe(Optional<String> position, EventSink to) {
            throw new NoClassDefFoundError("gone");
          }
        };
    Told well = new Told(() -> {});
    observations.begin(Map.of("broken", broken));
    observations.begin(Map.of("well", well));
    assertThat(observations.areAll(Map.of("well", well))).isTrue();
    assertThat(observations.areAll(Map.of("broken", broken))).isFalse();
    observations.end();
  }

  /** Ends its observation in a way of its own. */
  private static class Told implements Observer {
    private final AutoCloseable end;
    private EventSink sink;

    Told(AutoCloseable end) {
      this.end = end;
    }

    @Override
    public Set<DixelEvent.Kind> kinds() {
      return Set.of(DixelEvent.Kind.ADDED);
    }

    @Override
    public String check() {
      return "well";
    }

    @Override
    public AutoCloseable observe(Optional<String> position, EventSink to) {
      sink = to;
      return end;
    }

    @Override
    public void close() {}
  }
}
