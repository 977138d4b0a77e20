package org.lucina.spi.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lucina.spi.observer.DixelEvent;
import org.lucina.spi.observer.Observer;
import org.lucina.spi.testing.CollectedEvents;

/** What every {@link Observer} does. */
public abstract class ObserverContract {
  private static final Duration STEP = Duration.ofMillis(20);

  private final CollectedEvents events = new CollectedEvents();
  private Observer observer;

  /** Opens the observer under test: anew the first time, with what it remembers after that. */
  protected abstract Observer open() throws Exception;

  /** Has something happen that is told as one event, and nothing else. */
  protected abstract void happen() throws Exception;

  /** How long an event may take at most. */
  protected Duration patience() {
    return Duration.ofSeconds(30);
  }

  /** How long after something has happened an event would have come, were it told at all. */
  protected Duration usual() {
    return Duration.ofSeconds(2);
  }

  @BeforeEach
  void openObserver() throws Exception {
    observer = open();
  }

  @AfterEach
  void closeObserver() {
    observer.close();
  }

  @Test
  void saysWhatItTellsAndThatItSees() throws Exception {
    assertThat(observer.kinds()).isNotEmpty().isEqualTo(observer.kinds());
    assertThat(observer.check()).isNotBlank();
  }

  @Test
  void tellsWhatHappensOnce() throws Exception {
    try (AutoCloseable observation = begin(Optional.empty(), events)) {
      happen();
      awaitEvents(events, 1);
      happen();
      awaitEvents(events, 2);
      rest();
    }
    assertThat(events.events()).hasSize(2);
    assertThat(events.events()).extracting(DixelEvent::id).doesNotHaveDuplicates();
    assertThat(events.events())
        .allSatisfy(event -> assertThat(observer.kinds()).contains(event.kind()));
    assertThat(events.position()).hasValueSatisfying(it -> assertThat(it).hasSizeLessThan(4001));
  }

  @Test
  void goesOnAfterARestartWithWhatHappenedMeanwhile() throws Exception {
    try (AutoCloseable observation = begin(Optional.empty(), events)) {
      happen();
      awaitEvents(events, 1);
    }
    observer.close();
    happen();
    observer = open();
    try (AutoCloseable observation = observer.observe(events.position(), events)) {
      awaitEvents(events, 2);
      happen();
      awaitEvents(events, 3);
    }
    assertThat(ids(events)).doesNotHaveDuplicates();
  }

  @Test
  void tellsAgainWhatWasNotTaken() throws Exception {
    try (AutoCloseable observation = begin(Optional.empty(), events)) {
      events.refuse(true);
      happen();
      rest();
      assertThat(events.events()).isEmpty();
      events.refuse(false);
      awaitEvents(events, 1);
    }
  }

  @Test
  void tellsFromAnyPositionWithTheSameIds() throws Exception {
    Optional<String> before;
    try (AutoCloseable observation = begin(Optional.empty(), events)) {
      happen();
      awaitEvents(events, 1);
      before = events.position();
      happen();
      awaitEvents(events, 2);
    }
    CollectedEvents again = new CollectedEvents();
    try (AutoCloseable observation = observer.observe(before, again)) {
      awaitEvents(again, 1);
    }
    assertThat(ids(again)).contains(events.events().get(1).id());
  }

  @Test
  void isSilentOnceClosed() throws Exception {
    AutoCloseable observation = begin(Optional.empty(), events);
    observation.close();
    happen();
    rest();
    assertThat(events.events()).isEmpty();
  }

  @Test
  void tellsSeveralSinks() throws Exception {
    CollectedEvents others = new CollectedEvents();
    try (AutoCloseable first = begin(Optional.empty(), events);
        AutoCloseable second = begin(Optional.empty(), others)) {
      happen();
      awaitEvents(events, 1);
      awaitEvents(others, 1);
    }
    assertThat(ids(others)).isEqualTo(ids(events));
  }

  /** Begins, and waits until what happens from now on is told. */
  private AutoCloseable begin(Optional<String> position, CollectedEvents sink) throws Exception {
    AutoCloseable observation = observer.observe(position, sink);
    long end = System.nanoTime() + usual().toNanos();
    while (sink.position().isEmpty() && System.nanoTime() < end) {
      Thread.sleep(STEP.toMillis());
    }
    return observation;
  }

  private void awaitEvents(CollectedEvents sink, int number) throws InterruptedException {
    await(() -> sink.events().size() >= number);
    assertThat(sink.events()).hasSizeGreaterThanOrEqualTo(number);
  }

  private void await(BooleanSupplier condition) throws InterruptedException {
    long end = System.nanoTime() + patience().toNanos();
    while (!condition.getAsBoolean() && System.nanoTime() < end) {
      Thread.sleep(STEP.toMillis());
    }
  }

  private void rest() throws InterruptedException {
    Thread.sleep(usual().toMillis());
  }

  private static List<String> ids(CollectedEvents sink) {
    return sink.events().stream().map(DixelEvent::id).toList();
  }
}
